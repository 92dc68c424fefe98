import { Module } from '@nestjs/common';
import { AccessExplanationModule } from '#libs/oversight/access';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { AccessController } from './access.controller.js';
import { AccessQuestionsController } from './access-questions.controller.js';

@Module({
  imports: [EpisodeHeaderModule, AccessExplanationModule],
  controllers: [AccessController, AccessQuestionsController],
})
export class AccessPagesModule {}
