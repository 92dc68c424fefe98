import { Module } from '@nestjs/common';
import { LeadProfessionalModule } from '#libs/casework/lead-professional';
import { TeamModule } from '#libs/casework/team';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { LeadProfessionalController } from './lead-professional.controller.js';
import { DeputiesController } from './deputies.controller.js';
import { ProposalsController } from './proposals.controller.js';

@Module({
  imports: [EpisodeHeaderModule, DirectoryModule, TeamModule, LeadProfessionalModule],
  controllers: [LeadProfessionalController, DeputiesController, ProposalsController],
})
export class LeadProfessionalPagesModule {}
