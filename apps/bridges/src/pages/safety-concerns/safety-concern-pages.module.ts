import { Module } from '@nestjs/common';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { SafetyConcernsController } from './safety-concerns.controller.js';

@Module({ imports: [EpisodeHeaderModule, SafetyConcernsModule], controllers: [SafetyConcernsController] })
export class SafetyConcernPagesModule {}
