import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { ReferenceDataController } from './reference-data.controller.js';

@Module({ imports: [DirectoryModule], controllers: [ReferenceDataController] })
export class ReferenceDataPagesModule {}
