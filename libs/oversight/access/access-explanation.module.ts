import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { AccessExplanationService } from './access-explanation.service.js';
import { AccessQuestionsService } from './access-questions.service.js';

const services = [AccessExplanationService, AccessQuestionsService];

@Module({ imports: [EpisodesModule], providers: services, exports: services })
export class AccessExplanationModule {}
