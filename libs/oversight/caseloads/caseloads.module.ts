import { Module } from '@nestjs/common';
import { CaseloadsService } from './caseloads.service.js';
import { WaitingService } from './waiting.service.js';

@Module({ providers: [CaseloadsService, WaitingService], exports: [CaseloadsService, WaitingService] })
export class CaseloadsModule {}
