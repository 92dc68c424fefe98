import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { FamiliesModule } from '#libs/casework/families';
import { FamilyGraphService } from './family-graph.service.js';
import { SupportService } from './support.service.js';

@Module({
  imports: [ChildrenModule, FamiliesModule],
  providers: [FamilyGraphService, SupportService],
  exports: [FamilyGraphService, SupportService],
})
export class FamilyPicturesModule {}
