import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { TeamModule } from '#libs/casework/team';
import { ActionsDueService } from './actions-due.service.js';
import { ActionsService } from './actions.service.js';
import { OutcomesService } from './outcomes.service.js';
import { PlansService } from './plans.service.js';

const services = [ActionsDueService, ActionsService, OutcomesService, PlansService];

@Module({ imports: [EpisodesModule, TeamModule], providers: services, exports: services })
export class PlansModule {}
