import { Module } from '@nestjs/common';
import { AccessExplained } from './access-explained.service.js';

@Module({ providers: [AccessExplained], exports: [AccessExplained] })
export class AccessExplainedModule {}
