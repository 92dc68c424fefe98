import { Module } from '@nestjs/common';
import { EpisodeListService } from './episode-list.service.js';
import { EpisodeViewService } from './episode-view.service.js';
import { EpisodeVisits } from './episode-visits.js';
import { EpisodesService } from './episodes.service.js';

@Module({
  providers: [EpisodeListService, EpisodeViewService, EpisodeVisits, EpisodesService],
  exports: [EpisodeListService, EpisodeViewService, EpisodeVisits, EpisodesService],
})
export class EpisodesModule {}
