import { Module } from '@nestjs/common';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { LevelController } from './level.controller.js';
import { StepUpsController } from './step-ups.controller.js';

@Module({
  imports: [DirectoryModule, EpisodeHeaderModule, TriangleOfNeedModule],
  controllers: [LevelController, StepUpsController],
})
export class TriangleOfNeedPagesModule {}
