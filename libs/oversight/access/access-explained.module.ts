import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { AccessExplained } from './access-explained.service.js';
import { AccessQuestions } from './access-questions.service.js';

const services = [AccessExplained, AccessQuestions];

@Module({ imports: [EpisodesModule], providers: services, exports: services })
export class AccessExplainedModule {}
