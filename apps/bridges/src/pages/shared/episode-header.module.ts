import { Module } from '@nestjs/common';
import { EmergencyAccessModule } from '#libs/casework/emergency-access';
import { EpisodesModule } from '#libs/casework/episodes';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { AccessExplanationModule } from '#libs/oversight/access';
import { EpisodeHeader } from './episode-header.js';

const modules = [
  EpisodesModule,
  InformationSharingModule,
  EmergencyAccessModule,
  SafetyConcernsModule,
  AccessExplanationModule,
];

/** The header of every page of an episode. Feature pages import this module for it. */
@Module({ imports: modules, providers: [EpisodeHeader], exports: [EpisodeHeader, ...modules] })
export class EpisodeHeaderModule {}
