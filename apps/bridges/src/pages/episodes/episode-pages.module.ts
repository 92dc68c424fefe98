import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { ChronologyModule } from '#libs/casework/chronology';
import { EmergencyAccessModule } from '#libs/casework/emergency-access';
import { EpisodesModule } from '#libs/casework/episodes';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { LeadProfessionalModule } from '#libs/casework/lead-professional';
import { PlansModule } from '#libs/casework/plans';
import { ReviewsModule } from '#libs/casework/reviews';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { RetentionModule } from '#libs/casework/retention';
import { TeamModule } from '#libs/casework/team';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { AccessExplainedModule } from '#libs/oversight/access';
import { DirectoryModule } from '#libs/directory';
import { EpisodeListController } from './episode-list.controller.js';
import { EpisodeShell } from './episode-shell.js';
import { EpisodesController } from './episodes.controller.js';
import { OpenEpisodeController } from './open-episode.controller.js';
import { SensitiveNotesController } from '../sensitive-notes/sensitive-notes.controller.js';
import { OverviewService } from './overview.service.js';

/** The shell that every page of an episode stands in; feature pages import this module for it. `new` before `:id`. */
@Module({
  imports: [
    DirectoryModule,
    ChildrenModule,
    EpisodesModule,
    InformationSharingModule,
    EmergencyAccessModule,
    TriangleOfNeedModule,
    TeamModule,
    LeadProfessionalModule,
    PlansModule,
    ReviewsModule,
    ChronologyModule,
    RetentionModule,
    SafetyConcernsModule,
    AccessExplainedModule,
  ],
  providers: [EpisodeShell, OverviewService],
  controllers: [EpisodeListController, OpenEpisodeController, EpisodesController, SensitiveNotesController],
  exports: [
    EpisodeShell,
    EmergencyAccessModule,
    EpisodesModule,
    InformationSharingModule,
    SafetyConcernsModule,
  ],
})
export class EpisodePagesModule {}
