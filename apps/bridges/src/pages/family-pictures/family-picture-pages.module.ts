import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { FamiliesModule } from '#libs/casework/families';
import { FamilyPicturesModule } from '#libs/casework/family-pictures';
import { FamilyPicturesController } from './family-pictures.controller.js';

@Module({
  imports: [ChildrenModule, FamiliesModule, FamilyPicturesModule],
  controllers: [FamilyPicturesController],
})
export class FamilyPicturePagesModule {}
