import { Module } from '@nestjs/common';
import { DocumentsModule } from '#libs/documents';
import { StatementsController } from './statements.controller.js';

@Module({ imports: [DocumentsModule], controllers: [StatementsController] })
export class StatementsPagesModule {}
