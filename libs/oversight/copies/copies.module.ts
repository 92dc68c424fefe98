import { Module } from '@nestjs/common';
import { AssessmentsModule } from '#libs/casework/assessments';
import { ChildrenModule } from '#libs/casework/children';
import { ChronologyModule } from '#libs/casework/chronology';
import { FamiliesModule } from '#libs/casework/families';
import { PlansModule } from '#libs/casework/plans';
import { ReviewsModule } from '#libs/casework/reviews';
import { ShieldsModule } from '#libs/casework/shields';
import { TeamModule } from '#libs/casework/team';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { CopiesService } from './copies.service.js';
import { PreviewsService } from './previews.service.js';
import { ReadersService } from './readers.service.js';

@Module({
  imports: [
    AssessmentsModule,
    ChildrenModule,
    ChronologyModule,
    FamiliesModule,
    PlansModule,
    ReviewsModule,
    ShieldsModule,
    TeamModule,
    TriangleOfNeedModule,
  ],
  providers: [CopiesService, PreviewsService, ReadersService],
  exports: [CopiesService, PreviewsService, ReadersService],
})
export class CopiesModule {}
