import { Module } from '@nestjs/common';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { AskInEmergencyController } from './ask-in-emergency.controller.js';
import { EmergencyAccessesController } from './emergency-accesses.controller.js';
import { EmergencyReviewController } from './emergency-review.controller.js';

@Module({
  imports: [EpisodePagesModule],
  controllers: [AskInEmergencyController, EmergencyAccessesController, EmergencyReviewController],
})
export class EmergencyAccessPagesModule {}
