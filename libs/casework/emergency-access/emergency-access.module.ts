import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { EmergencyAccessesService } from './emergency-accesses.service.js';
import { EmergencyReadingService } from './emergency-reading.service.js';
import { EmergencyReviewsService } from './emergency-reviews.service.js';

const services = [EmergencyAccessesService, EmergencyReadingService, EmergencyReviewsService];

@Module({ imports: [EpisodesModule], providers: services, exports: services })
export class EmergencyAccessModule {}
