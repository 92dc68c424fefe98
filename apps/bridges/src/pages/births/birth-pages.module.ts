import { Module } from '@nestjs/common';
import { BirthsModule } from '#libs/casework/births';
import { BirthsController } from './births.controller.js';

@Module({ imports: [BirthsModule], controllers: [BirthsController] })
export class BirthPagesModule {}
