import { Module } from '@nestjs/common';
import { CaseloadsModule } from '#libs/oversight/caseloads';
import { CaseloadController } from './caseload.controller.js';

@Module({ imports: [CaseloadsModule], controllers: [CaseloadController] })
export class CaseloadPagesModule {}
