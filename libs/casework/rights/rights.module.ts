import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { ShieldsModule } from '#libs/casework/shields';
import { BundleService } from './bundle.service.js';
import { CorrectionsService } from './corrections.service.js';
import { RequestAnswersService } from './request-answers.service.js';
import { RightsRequestsService } from './rights-requests.service.js';

const services = [BundleService, CorrectionsService, RequestAnswersService, RightsRequestsService];

@Module({ imports: [EpisodesModule, ShieldsModule], providers: services, exports: services })
export class RightsModule {}
