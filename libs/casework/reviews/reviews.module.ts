import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { PlansModule } from '#libs/casework/plans';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { ClosuresService } from './closures.service.js';
import { ReviewsService } from './reviews.service.js';

@Module({
  imports: [EpisodesModule, PlansModule, SafetyConcernsModule, TriangleOfNeedModule],
  providers: [ClosuresService, ReviewsService],
  exports: [ClosuresService, ReviewsService],
})
export class ReviewsModule {}
