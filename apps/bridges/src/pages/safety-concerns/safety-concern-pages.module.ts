import { Module } from '@nestjs/common';
import { SafetyConcernsModule } from '#libs/casework/safety-concerns';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { SafetyConcernsController } from './safety-concerns.controller.js';

@Module({ imports: [EpisodePagesModule, SafetyConcernsModule], controllers: [SafetyConcernsController] })
export class SafetyConcernPagesModule {}
