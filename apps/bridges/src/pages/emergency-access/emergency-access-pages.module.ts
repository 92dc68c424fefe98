import { Module } from '@nestjs/common';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { AskInEmergencyController } from './ask-in-emergency.controller.js';
import { EmergencyAccessesController } from './emergency-accesses.controller.js';
import { EmergencyReviewController } from './emergency-review.controller.js';

@Module({
  imports: [EpisodeHeaderModule],
  controllers: [AskInEmergencyController, EmergencyAccessesController, EmergencyReviewController],
})
export class EmergencyAccessPagesModule {}
