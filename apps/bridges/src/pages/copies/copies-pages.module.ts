import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { CopiesModule } from '#libs/oversight/copies';
import { EpisodePagesModule } from '../episodes/episode-pages.module.js';
import { CopiesController } from './copies.controller.js';

@Module({ imports: [DirectoryModule, EpisodePagesModule, CopiesModule], controllers: [CopiesController] })
export class CopiesPagesModule {}
