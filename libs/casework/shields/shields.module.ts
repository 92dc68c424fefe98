import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { DirectoryModule } from '#libs/directory';
import { FamilyContactsService } from './family-contacts.service.js';
import { ShieldNamesService } from './shield-names.service.js';
import { ShieldsReadingService } from './shields-reading.service.js';
import { ShieldsService } from './shields.service.js';

const services = [FamilyContactsService, ShieldNamesService, ShieldsReadingService, ShieldsService];

@Module({
  imports: [ChildrenModule, DirectoryModule, EpisodesModule],
  providers: services,
  exports: services,
})
export class ShieldsModule {}
