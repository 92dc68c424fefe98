import { Module } from '@nestjs/common';
import { PlansModule } from '#libs/casework/plans';
import { TeamModule } from '#libs/casework/team';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { PlansController } from './plans.controller.js';
import { OutcomesController } from './outcomes.controller.js';
import { ActionsController } from './actions.controller.js';

@Module({
  imports: [EpisodeHeaderModule, DirectoryModule, TeamModule, PlansModule],
  controllers: [PlansController, OutcomesController, ActionsController],
})
export class PlanPagesModule {}
