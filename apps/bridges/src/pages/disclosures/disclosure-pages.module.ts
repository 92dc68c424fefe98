import { Module } from '@nestjs/common';
import { DisclosuresModule } from '#libs/casework/disclosures';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { DirectoryModule } from '#libs/directory';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { DisclosuresController } from './disclosures.controller.js';

@Module({
  imports: [EpisodePagesModule, DisclosuresModule, InformationSharingModule, DirectoryModule],
  controllers: [DisclosuresController],
})
export class DisclosurePagesModule {}
