import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { DirectoryModule } from '#libs/directory';
import { ServiceEditingController } from './service-editing.controller.js';
import { AgenciesController } from './agencies.controller.js';
import { AgencyClosuresController } from './agency-closures.controller.js';
import { FirstAdministratorController } from './first-administrator.controller.js';
import { DirectoryController } from './directory.controller.js';
import { TeamsController } from './teams.controller.js';
import { ConfirmationsController } from './confirmations.controller.js';
import { DeparturesController } from './departures.controller.js';
import { PostsController } from './posts.controller.js';
import { OwnClosureController } from './own-closure.controller.js';
import { PeopleController } from './people.controller.js';
import { SupportController } from './support.controller.js';

/** The router takes the first match, so `new` must come before `:id`. */
@Module({
  imports: [AccountsModule, DirectoryModule],
  controllers: [
    ServiceEditingController,
    AgenciesController,
    FirstAdministratorController,
    AgencyClosuresController,
    DirectoryController,
    TeamsController,
    ConfirmationsController,
    OwnClosureController,
    PeopleController,
    DeparturesController,
    PostsController,
    SupportController,
  ],
})
export class DirectoryPagesModule {}
