import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { SupportController } from './support.controller.js';

@Module({ imports: [DirectoryModule], controllers: [SupportController] })
export class SupportPagesModule {}
