import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { IndexAnswersService } from './index-answers.service.js';
import { IndexQuestionsService } from './index-questions.service.js';

const services = [IndexAnswersService, IndexQuestionsService];

@Module({ imports: [EpisodesModule], providers: services, exports: services })
export class IndexQuestionsModule {}
