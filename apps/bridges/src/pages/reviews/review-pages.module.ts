import { Module } from '@nestjs/common';
import { PlansModule } from '#libs/casework/plans';
import { ReviewsModule } from '#libs/casework/reviews';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { ReviewsController } from './reviews.controller.js';

@Module({
  imports: [EpisodePagesModule, PlansModule, ReviewsModule, DirectoryModule],
  controllers: [ReviewsController],
})
export class ReviewPagesModule {}
