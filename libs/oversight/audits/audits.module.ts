import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { AuditsService } from './audits.service.js';

@Module({ imports: [DirectoryModule], providers: [AuditsService], exports: [AuditsService] })
export class AuditsModule {}
