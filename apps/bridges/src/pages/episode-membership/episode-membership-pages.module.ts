import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodeMembershipModule } from '#libs/casework/episode-membership';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { EpisodeChildrenController } from './episode-children.controller.js';

@Module({
  imports: [ChildrenModule, EpisodeHeaderModule, EpisodeMembershipModule],
  controllers: [EpisodeChildrenController],
})
export class EpisodeMembershipPagesModule {}
