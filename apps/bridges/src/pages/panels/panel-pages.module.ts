import { Module } from '@nestjs/common';
import { PanelsModule } from '#libs/casework/panels';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { PanelsController } from './panels.controller.js';
import { ReferralsController } from './referrals.controller.js';

@Module({
  imports: [PanelsModule, DirectoryModule, EpisodeHeaderModule],
  controllers: [PanelsController, ReferralsController],
})
export class PanelPagesModule {}
