import { Module } from '@nestjs/common';
import { IndexQuestionsModule } from '#libs/oversight/index-questions';
import { IndexQuestionsController } from './index-questions.controller.js';

@Module({ imports: [IndexQuestionsModule], controllers: [IndexQuestionsController] })
export class IndexQuestionPagesModule {}
