import { Module } from '@nestjs/common';
import { ChildDeathsModule } from '#libs/casework/child-deaths';
import { ChildrenModule } from '#libs/casework/children';
import { RightsModule } from '#libs/casework/rights';
import { ShieldsModule } from '#libs/casework/shields';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { ChangeChildController } from './change-child.controller.js';
import { ChildController } from './child.controller.js';
import { FindChildController } from './find-child.controller.js';
import { RecordChildController } from './record-child.controller.js';

/** The router takes the first match, so `new` must come before `:id`. */
@Module({
  imports: [
    EpisodeHeaderModule,
    ChildrenModule,
    ChildDeathsModule,
    ShieldsModule,
    DirectoryModule,
    RightsModule,
  ],
  controllers: [FindChildController, RecordChildController, ChildController, ChangeChildController],
})
export class ChildPagesModule {}
