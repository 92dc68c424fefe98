import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { TeamModule } from '#libs/casework/team';
import { DeputiesService } from './deputies.service.js';
import { LeadProfessionalService } from './lead-professional.service.js';
import { LeadProposalsService } from './lead-proposals.service.js';

const services = [DeputiesService, LeadProfessionalService, LeadProposalsService];

@Module({ imports: [EpisodesModule, TeamModule], providers: services, exports: services })
export class LeadProfessionalModule {}
