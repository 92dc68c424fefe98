import { Module } from '@nestjs/common';
import { RetentionModule } from '#libs/casework/retention';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { RetentionController } from './retention.controller.js';

@Module({ imports: [EpisodeHeaderModule, RetentionModule], controllers: [RetentionController] })
export class RetentionPagesModule {}
