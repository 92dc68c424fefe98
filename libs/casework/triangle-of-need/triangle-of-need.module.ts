import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { LevelsService } from './levels.service.js';
import { StepUpsReadingService } from './step-ups-reading.service.js';
import { StepUpsService } from './step-ups.service.js';

const services = [LevelsService, StepUpsReadingService, StepUpsService];

@Module({ imports: [EpisodesModule], providers: services, exports: services })
export class TriangleOfNeedModule {}
