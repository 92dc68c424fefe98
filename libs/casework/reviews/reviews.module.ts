import { Module } from '@nestjs/common';
import { ChildDeathsModule } from '#libs/casework/child-deaths';
import { EpisodesModule } from '#libs/casework/episodes';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { PlansModule } from '#libs/casework/plans';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { ClosureChecksService } from './closure-checks.service.js';
import { ClosureDeathsService } from './closure-deaths.service.js';
import { ClosureNoticesService } from './closure-notices.service.js';
import { ClosureProposalsService } from './closure-proposals.service.js';
import { ClosureUndoingService } from './closure-undoing.service.js';
import { ClosuresService } from './closures.service.js';
import { NextReviewService } from './next-review.service.js';
import { ReviewsService } from './reviews.service.js';

const services = [
  ClosureChecksService,
  ClosureDeathsService,
  ClosureNoticesService,
  ClosureProposalsService,
  ClosureUndoingService,
  ClosuresService,
  NextReviewService,
  ReviewsService,
];

@Module({
  imports: [ChildDeathsModule, EpisodesModule, PlansModule, SafetyConcernsModule, TriangleOfNeedModule],
  providers: services,
  exports: services,
})
export class ReviewsModule {}
