import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { ChildDeathsService } from './child-deaths.service.js';

@Module({
  imports: [ChildrenModule, EpisodesModule],
  providers: [ChildDeathsService],
  exports: [ChildDeathsService],
})
export class ChildDeathsModule {}
