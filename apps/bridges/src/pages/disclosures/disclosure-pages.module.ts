import { Module } from '@nestjs/common';
import { DisclosuresModule } from '#libs/casework/disclosures';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { DisclosuresController } from './disclosures.controller.js';

@Module({
  imports: [EpisodeHeaderModule, DisclosuresModule, InformationSharingModule, DirectoryModule],
  controllers: [DisclosuresController],
})
export class DisclosurePagesModule {}
