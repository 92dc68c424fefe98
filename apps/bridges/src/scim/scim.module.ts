import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { ScimDiscoveryController } from './scim-discovery.controller.js';
import { ScimUsersController } from './scim-users.controller.js';

@Module({ imports: [DirectoryModule], controllers: [ScimDiscoveryController, ScimUsersController] })
export class ScimModule {}
