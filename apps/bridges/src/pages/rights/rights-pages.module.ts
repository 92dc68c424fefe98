import { Module } from '@nestjs/common';
import { RightsModule } from '#libs/casework/rights';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { NewRequestController } from './new-request.controller.js';
import { RequestsController } from './requests.controller.js';

@Module({
  imports: [EpisodePagesModule, RightsModule, DirectoryModule],
  controllers: [NewRequestController, RequestsController],
})
export class RightsPagesModule {}
