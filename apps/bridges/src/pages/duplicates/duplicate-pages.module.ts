import { Module } from '@nestjs/common';
import { DuplicatesModule } from '#libs/casework/duplicates';
import { DuplicatesController } from './duplicates.controller.js';
import { MergesController } from './merges.controller.js';

@Module({ imports: [DuplicatesModule], controllers: [MergesController, DuplicatesController] })
export class DuplicatePagesModule {}
