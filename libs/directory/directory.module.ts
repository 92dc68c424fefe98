import { Module } from '@nestjs/common';
import { AgenciesService } from './agencies.service.js';
import { ColleaguesService } from './colleagues.service.js';

const services = [AgenciesService, ColleaguesService];

@Module({ providers: services, exports: services })
export class DirectoryModule {}
