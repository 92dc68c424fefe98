import { Module } from '@nestjs/common';
import { AccessLogModule } from '#libs/oversight/access-log';
import { AccessLogController } from './access-log.controller.js';

@Module({ imports: [AccessLogModule], controllers: [AccessLogController] })
export class AccessLogPagesModule {}
