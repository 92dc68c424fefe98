import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { AuditsModule } from '#libs/oversight/audits';
import { AuditsController } from './audits.controller.js';

@Module({ imports: [AuditsModule, DirectoryModule], controllers: [AuditsController] })
export class AuditPagesModule {}
