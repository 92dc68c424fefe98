import { Module } from '@nestjs/common';
import { LeadProfessionalModule } from '#libs/casework/lead-professional';
import { PlansModule } from '#libs/casework/plans';
import { TeamModule } from '#libs/casework/team';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { DeputiesController } from '../lead-professional/deputies.controller.js';
import { LeadProfessionalController } from '../lead-professional/lead-professional.controller.js';
import { ProposalsController } from '../lead-professional/proposals.controller.js';
import { ActionsController } from '../plans/actions.controller.js';
import { OutcomesController } from '../plans/outcomes.controller.js';
import { PlansController } from '../plans/plans.controller.js';
import { MeetingsController } from './meetings.controller.js';
import { TeamController } from './team.controller.js';

/** Who works with the family, who leads them, and what they do: pages of the team and its plan. */
@Module({
  imports: [EpisodePagesModule, DirectoryModule, TeamModule, LeadProfessionalModule, PlansModule],
  controllers: [
    TeamController,
    MeetingsController,
    LeadProfessionalController,
    DeputiesController,
    ProposalsController,
    PlansController,
    OutcomesController,
    ActionsController,
  ],
})
export class TeamPagesModule {}
