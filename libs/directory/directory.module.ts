import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { AdministratorsService } from './administrators.service.js';
import { AgenciesService } from './agencies.service.js';
import { ColleaguesService } from './colleagues.service.js';
import { FrontDoorsService } from './front-doors.service.js';
import { PeopleService } from './people.service.js';
import { ServicesService } from './services.service.js';
import { SupportService } from './support.service.js';

const services = [
  AdministratorsService,
  AgenciesService,
  ColleaguesService,
  FrontDoorsService,
  PeopleService,
  ServicesService,
  SupportService,
];

@Module({ imports: [AccountsModule], providers: services, exports: services })
export class DirectoryModule {}
