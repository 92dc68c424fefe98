import { Module } from '@nestjs/common';
import { CarersService } from './carers.service.js';
import { ChildNamesService } from './child-names.service.js';
import { ChildrenSearchService } from './children-search.service.js';
import { ChildrenService } from './children.service.js';

const services = [CarersService, ChildNamesService, ChildrenSearchService, ChildrenService];

@Module({ providers: services, exports: services })
export class ChildrenModule {}
