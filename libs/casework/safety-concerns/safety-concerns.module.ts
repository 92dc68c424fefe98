import { Module } from '@nestjs/common';
import { SafetyConcernsReadingService } from './safety-concerns-reading.service.js';
import { SafetyConcernsService } from './safety-concerns.service.js';

const services = [SafetyConcernsReadingService, SafetyConcernsService];

@Module({ providers: services, exports: services })
export class SafetyConcernsModule {}
