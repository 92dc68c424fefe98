import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { PeopleController } from '../people/people.controller.js';
import { TeamsController } from '../people/teams.controller.js';
import { AgenciesController } from './agencies.controller.js';
import { DirectoryController } from './directory.controller.js';
import { ServiceEditingController } from './service-editing.controller.js';

/** `new` before `:id`: the first that fits a path answers it. */
@Module({
  imports: [DirectoryModule],
  controllers: [
    ServiceEditingController,
    AgenciesController,
    DirectoryController,
    TeamsController,
    PeopleController,
  ],
})
export class DirectoryPagesModule {}
