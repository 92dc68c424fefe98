import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { CopiesModule } from '#libs/oversight/copies';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { CopiesController } from './copies.controller.js';

@Module({
  imports: [DirectoryModule, EpisodeHeaderModule, CopiesModule, DocumentsModule],
  controllers: [CopiesController],
})
export class CopiesPagesModule {}
