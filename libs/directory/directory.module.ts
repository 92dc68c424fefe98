import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { AdministratorsService } from './administrators.service.js';
import { AgenciesService } from './agencies.service.js';
import { AgencyClosuresService } from './agency-closures.service.js';
import { ColleaguesService } from './colleagues.service.js';
import { ConfirmationsService } from './confirmations.service.js';
import { DeparturesService } from './departures.service.js';
import { FrontDoorsService } from './front-doors.service.js';
import { PeopleService } from './people.service.js';
import { PostRolesService } from './post-roles.service.js';
import { PostsService } from './posts.service.js';
import { ProvisionedPeopleService } from './provisioned-people.service.js';
import { ReferenceDataService } from './reference-data/reference-data.service.js';
import { ServicesService } from './services.service.js';
import { SupportService } from './support.service.js';

const services = [
  AdministratorsService,
  AgenciesService,
  AgencyClosuresService,
  ColleaguesService,
  ConfirmationsService,
  DeparturesService,
  FrontDoorsService,
  PeopleService,
  PostRolesService,
  PostsService,
  ProvisionedPeopleService,
  ReferenceDataService,
  ServicesService,
  SupportService,
];

@Module({ imports: [AccountsModule], providers: services, exports: services })
export class DirectoryModule {}
