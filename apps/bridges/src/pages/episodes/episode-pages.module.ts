import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { ChildDeathsModule } from '#libs/casework/child-deaths';
import { ChildrenModule } from '#libs/casework/children';
import { ChronologyModule } from '#libs/casework/chronology';
import { LeadProfessionalModule } from '#libs/casework/lead-professional';
import { PlansModule } from '#libs/casework/plans';
import { RetentionModule } from '#libs/casework/retention';
import { ReviewsModule } from '#libs/casework/reviews';
import { TeamModule } from '#libs/casework/team';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { EpisodeListController } from './episode-list.controller.js';
import { EpisodesController } from './episodes.controller.js';
import { OpenEpisodeController } from './open-episode.controller.js';
import { OverviewService } from './overview.service.js';
import { SensitiveNotesController } from './sensitive-notes.controller.js';

/** The router takes the first match, so `new` must come before `:id`. */
@Module({
  imports: [
    AccessModule,
    EpisodeHeaderModule,
    DirectoryModule,
    ChildrenModule,
    ChildDeathsModule,
    TriangleOfNeedModule,
    TeamModule,
    LeadProfessionalModule,
    PlansModule,
    ReviewsModule,
    ChronologyModule,
    RetentionModule,
  ],
  providers: [OverviewService],
  controllers: [EpisodeListController, OpenEpisodeController, EpisodesController, SensitiveNotesController],
})
export class EpisodePagesModule {}
