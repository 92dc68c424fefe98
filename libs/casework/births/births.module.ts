import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { BirthsService } from './births.service.js';

@Module({ imports: [ChildrenModule], providers: [BirthsService], exports: [BirthsService] })
export class BirthsModule {}
