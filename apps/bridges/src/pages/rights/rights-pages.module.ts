import { Module } from '@nestjs/common';
import { RightsModule } from '#libs/casework/rights';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { NewRequestController } from './new-request.controller.js';
import { RequestsController } from './requests.controller.js';
import { CorrectionsController } from './corrections.controller.js';

@Module({
  imports: [EpisodeHeaderModule, RightsModule, DirectoryModule],
  controllers: [NewRequestController, RequestsController, CorrectionsController],
})
export class RightsPagesModule {}
