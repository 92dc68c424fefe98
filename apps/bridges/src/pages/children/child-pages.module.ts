import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { RightsModule } from '#libs/casework/rights';
import { ShieldsModule } from '#libs/casework/shields';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { ChangeChildController } from './change-child.controller.js';
import { ChildNamesController } from './child-names.controller.js';
import { ChildController } from './child.controller.js';
import { FindChildController } from './find-child.controller.js';
import { RecordChildController } from './record-child.controller.js';

/** The router takes the first match, so `new` must come before `:id`. */
@Module({
  imports: [EpisodeHeaderModule, ChildrenModule, ShieldsModule, DirectoryModule, RightsModule],
  controllers: [
    FindChildController,
    RecordChildController,
    ChildController,
    ChangeChildController,
    ChildNamesController,
  ],
})
export class ChildPagesModule {}
