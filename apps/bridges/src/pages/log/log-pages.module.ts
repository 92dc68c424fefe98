import { Module } from '@nestjs/common';
import { AccessLogModule } from '#libs/oversight/access-log';
import { LogController } from './log.controller.js';

@Module({ imports: [AccessLogModule], controllers: [LogController] })
export class LogPagesModule {}
