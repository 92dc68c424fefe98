import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { FieldHistoryService } from './field-history.service.js';

@Module({ imports: [ChildrenModule], providers: [FieldHistoryService], exports: [FieldHistoryService] })
export class FieldHistoryModule {}
