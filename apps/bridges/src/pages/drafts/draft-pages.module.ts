import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { DraftsController } from './drafts.controller.js';

@Module({ imports: [AccessModule], controllers: [DraftsController] })
export class DraftPagesModule {}
