import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { FieldHistoryModule } from '#libs/casework/field-history';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { FieldHistoryController } from './field-history.controller.js';

@Module({
  imports: [EpisodeHeaderModule, ChildrenModule, FieldHistoryModule],
  controllers: [FieldHistoryController],
})
export class FieldHistoryPagesModule {}
