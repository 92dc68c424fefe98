import { Module } from '@nestjs/common';
import { PlansModule } from '#libs/casework/plans';
import { RetentionModule } from '#libs/casework/retention';
import { ReviewsModule } from '#libs/casework/reviews';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { ClosureController } from './closure.controller.js';

@Module({
  imports: [EpisodePagesModule, PlansModule, ReviewsModule, RetentionModule, DirectoryModule],
  controllers: [ClosureController],
})
export class ClosurePagesModule {}
