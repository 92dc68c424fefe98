import { Module } from '@nestjs/common';
import { ChronologyModule } from '#libs/casework/chronology';
import { RightsModule } from '#libs/casework/rights';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { ChronologyController } from './chronology.controller.js';

@Module({
  imports: [EpisodePagesModule, ChronologyModule, RightsModule],
  controllers: [ChronologyController],
})
export class ChronologyPagesModule {}
