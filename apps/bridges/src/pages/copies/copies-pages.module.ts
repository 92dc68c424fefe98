import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { CopiesModule } from '#libs/oversight/copies';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { CopiesController } from './copies.controller.js';

@Module({ imports: [DirectoryModule, EpisodeHeaderModule, CopiesModule], controllers: [CopiesController] })
export class CopiesPagesModule {}
