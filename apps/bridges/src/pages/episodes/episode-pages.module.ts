import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { EpisodeShell } from './episode-shell.js';
import { EpisodesController } from './episodes.controller.js';

/** The shell that every page of an episode stands in; feature pages import this module for it. */
@Module({
  imports: [EpisodesModule, InformationSharingModule],
  providers: [EpisodeShell],
  controllers: [EpisodesController],
  exports: [EpisodeShell, EpisodesModule, InformationSharingModule],
})
export class EpisodePagesModule {}
