import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { ChildDeathsModule } from '#libs/casework/child-deaths';
import { DuplicatesModule } from '#libs/casework/duplicates';
import { ChildrenModule } from '#libs/casework/children';
import { RightsModule } from '#libs/casework/rights';
import { ShieldsModule } from '#libs/casework/shields';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { ChildContextController } from './child-context.controller.js';
import { ChangeChildController } from './change-child.controller.js';
import { ChildNamesController } from './child-names.controller.js';
import { ChildController } from './child.controller.js';
import { FindChildController } from './find-child.controller.js';
import { NewChildController } from './new-child.controller.js';
import { NewChildDrafts } from './new-child-drafts.js';
import { PlaceLookup } from './place-lookup.js';
import { PlaceSuggestionsController } from './place-suggestions.controller.js';
import { RecordChildController } from './record-child.controller.js';
import { SearchResultController } from './search-result.controller.js';

/** The router takes the first match, so `new` must come before `:id`. */
@Module({
  imports: [
    AccessModule,
    EpisodeHeaderModule,
    ChildrenModule,
    ChildDeathsModule,
    DuplicatesModule,
    ShieldsModule,
    DirectoryModule,
    RightsModule,
  ],
  providers: [NewChildDrafts, PlaceLookup],
  controllers: [
    FindChildController,
    SearchResultController,
    NewChildController,
    PlaceSuggestionsController,
    RecordChildController,
    ChildController,
    ChangeChildController,
    ChildContextController,
    ChildNamesController,
  ],
})
export class ChildPagesModule {}
