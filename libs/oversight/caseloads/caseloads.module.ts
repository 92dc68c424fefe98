import { Module } from '@nestjs/common';
import { CaseloadsService } from './caseloads.service.js';

@Module({ providers: [CaseloadsService], exports: [CaseloadsService] })
export class CaseloadsModule {}
