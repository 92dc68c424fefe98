import { Module } from '@nestjs/common';
import { RetentionModule } from '#libs/casework/retention';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { RetentionController } from './retention.controller.js';

@Module({ imports: [EpisodePagesModule, RetentionModule], controllers: [RetentionController] })
export class RetentionPagesModule {}
