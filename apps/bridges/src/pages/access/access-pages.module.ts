import { Module } from '@nestjs/common';
import { AccessExplainedModule } from '#libs/oversight/access';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { AccessController } from './access.controller.js';
import { AccessQuestionsController } from './access-questions.controller.js';

@Module({
  imports: [EpisodePagesModule, AccessExplainedModule],
  controllers: [AccessController, AccessQuestionsController],
})
export class AccessPagesModule {}
