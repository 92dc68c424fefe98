import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { ConsentsController } from './consents.controller.js';
import { WithdrawalsController } from './withdrawals.controller.js';
import { SharingSettingsController } from './sharing-settings.controller.js';

@Module({
  imports: [EpisodeHeaderModule, DirectoryModule, ChildrenModule],
  controllers: [ConsentsController, WithdrawalsController, SharingSettingsController],
})
export class InformationSharingPagesModule {}
