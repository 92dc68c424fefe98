import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { ChildDeathsModule } from '#libs/casework/child-deaths';
import { ChildDeathsController } from './child-deaths.controller.js';

@Module({ imports: [ChildrenModule, ChildDeathsModule], controllers: [ChildDeathsController] })
export class ChildDeathPagesModule {}
