import { Module } from '@nestjs/common';
import { PlansModule } from '#libs/casework/plans';
import { RetentionModule } from '#libs/casework/retention';
import { ReviewsModule } from '#libs/casework/reviews';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { ReviewsController } from './reviews.controller.js';
import { ClosureController } from './closure.controller.js';
import { ClosureProposalsController } from './closure-proposals.controller.js';
import { ClosureUndoingController } from './closure-undoing.controller.js';
import { NextReviewController } from './next-review.controller.js';
import { ClosurePagesService } from './closure-pages.service.js';

@Module({
  imports: [EpisodeHeaderModule, PlansModule, ReviewsModule, RetentionModule, DirectoryModule],
  controllers: [
    NextReviewController,
    ReviewsController,
    ClosureController,
    ClosureProposalsController,
    ClosureUndoingController,
  ],
  providers: [ClosurePagesService],
})
export class ReviewPagesModule {}
