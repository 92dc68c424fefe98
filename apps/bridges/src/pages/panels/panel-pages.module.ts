import { Module } from '@nestjs/common';
import { PanelsModule } from '#libs/casework/panels';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { PanelsController } from './panels.controller.js';
import { ReferralsController } from './referrals.controller.js';

@Module({
  imports: [PanelsModule, DirectoryModule, EpisodePagesModule],
  controllers: [PanelsController, ReferralsController],
})
export class PanelPagesModule {}
