import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { FamiliesModule } from '#libs/casework/families';
import { CarerPagesController } from './carer-pages.controller.js';
import { FamilyController } from './family.controller.js';
import { HomePagesController } from './home-pages.controller.js';
import { TiePagesController } from './tie-pages.controller.js';

@Module({
  imports: [ChildrenModule, FamiliesModule],
  controllers: [FamilyController, CarerPagesController, TiePagesController, HomePagesController],
})
export class FamilyPagesModule {}
