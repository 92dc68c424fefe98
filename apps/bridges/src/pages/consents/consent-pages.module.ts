import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { ConsentsController } from './consents.controller.js';
import { WithdrawalsController } from './withdrawals.controller.js';

@Module({
  imports: [EpisodePagesModule, DirectoryModule, ChildrenModule],
  controllers: [ConsentsController, WithdrawalsController],
})
export class ConsentPagesModule {}
