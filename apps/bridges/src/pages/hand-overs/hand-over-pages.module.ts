import { Module } from '@nestjs/common';
import { HandOversModule } from '#libs/casework/hand-overs';
import { HandOversController } from './hand-overs.controller.js';

@Module({ imports: [HandOversModule], controllers: [HandOversController] })
export class HandOverPagesModule {}
