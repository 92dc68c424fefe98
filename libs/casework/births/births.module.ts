import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { FamiliesModule } from '#libs/casework/families';
import { BirthsService } from './births.service.js';

@Module({ imports: [ChildrenModule, FamiliesModule], providers: [BirthsService], exports: [BirthsService] })
export class BirthsModule {}
