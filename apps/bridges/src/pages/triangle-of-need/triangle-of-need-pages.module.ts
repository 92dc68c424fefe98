import { Module } from '@nestjs/common';
import { TriangleOfNeedModule } from '#libs/casework/triangle-of-need';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { LevelController } from './level.controller.js';
import { StepUpsController } from './step-ups.controller.js';

@Module({
  imports: [DirectoryModule, EpisodePagesModule, TriangleOfNeedModule],
  controllers: [LevelController, StepUpsController],
})
export class TriangleOfNeedPagesModule {}
