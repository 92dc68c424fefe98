import { Module } from '@nestjs/common';
import { TypesetterService } from './pdf/typesetter.service.js';
import { StatementChecksService } from './statements/statement-checks.service.js';

@Module({
  providers: [StatementChecksService, TypesetterService],
  exports: [StatementChecksService, TypesetterService],
})
export class DocumentsModule {}
