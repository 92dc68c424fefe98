import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { CarerTiesService } from './carer-ties.service.js';
import { ChildTiesService } from './child-ties.service.js';
import { HouseholdsService } from './households.service.js';

const services = [CarerTiesService, ChildTiesService, HouseholdsService];

@Module({ imports: [ChildrenModule], providers: services, exports: services })
export class FamiliesModule {}
