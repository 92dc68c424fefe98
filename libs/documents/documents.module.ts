import { Module } from '@nestjs/common';
import { TypesetterService } from './pdf/typesetter.service.js';

@Module({ providers: [TypesetterService], exports: [TypesetterService] })
export class DocumentsModule {}
