import { Module } from '@nestjs/common';
import { ChronologyModule } from '#libs/casework/chronology';
import { RightsModule } from '#libs/casework/rights';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { ChronologyController } from './chronology.controller.js';

@Module({
  imports: [EpisodeHeaderModule, ChronologyModule, RightsModule],
  controllers: [ChronologyController],
})
export class ChronologyPagesModule {}
