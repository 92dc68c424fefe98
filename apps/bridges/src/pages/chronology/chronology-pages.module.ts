import { Module } from '@nestjs/common';
import { ChronologyModule } from '#libs/casework/chronology';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { ChronologyController } from './chronology.controller.js';

@Module({ imports: [EpisodePagesModule, ChronologyModule], controllers: [ChronologyController] })
export class ChronologyPagesModule {}
