import { Module } from '@nestjs/common';
import { LeadProfessionalModule } from '#libs/casework/lead-professional';
import { PlansModule } from '#libs/casework/plans';
import { TeamModule } from '#libs/casework/team';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { TeamController } from './team.controller.js';
import { MeetingLinksController } from './meeting-links.controller.js';
import { MeetingMovesController } from './meeting-moves.controller.js';
import { MeetingsController } from './meetings.controller.js';

@Module({
  imports: [EpisodeHeaderModule, DirectoryModule, TeamModule, LeadProfessionalModule, PlansModule],
  controllers: [TeamController, MeetingMovesController, MeetingsController, MeetingLinksController],
})
export class TeamPagesModule {}
