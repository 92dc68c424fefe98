import { Module } from '@nestjs/common';
import { PlansModule } from '#libs/casework/plans';
import { RetentionModule } from '#libs/casework/retention';
import { ReviewsModule } from '#libs/casework/reviews';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { ClosureController } from './closure.controller.js';
import { ClosurePagesService } from './closure-pages.service.js';
import { ClosureProposalsController } from './closure-proposals.controller.js';
import { ClosureUndoingController } from './closure-undoing.controller.js';

@Module({
  imports: [EpisodePagesModule, PlansModule, ReviewsModule, RetentionModule, DirectoryModule],
  controllers: [ClosureController, ClosureProposalsController, ClosureUndoingController],
  providers: [ClosurePagesService],
})
export class ClosurePagesModule {}
