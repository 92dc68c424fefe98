import { Module } from '@nestjs/common';
import { AccessLogService } from './access-log.service.js';
import { LogExportService } from './log-export.service.js';

@Module({ providers: [AccessLogService, LogExportService], exports: [AccessLogService, LogExportService] })
export class AccessLogModule {}
