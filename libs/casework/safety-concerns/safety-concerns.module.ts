import { Module } from '@nestjs/common';
import { SafetyConcernsReading } from './safety-concerns-reading.service.js';
import { SafetyConcernsService } from './safety-concerns.service.js';

const services = [SafetyConcernsReading, SafetyConcernsService];

@Module({ providers: services, exports: services })
export class SafetyConcernsModule {}
