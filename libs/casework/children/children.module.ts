import { Module } from '@nestjs/common';
import { CarersService } from './carers.service.js';
import { ChildCarersService } from './child-carers.service.js';
import { ChildrenSearchService } from './children-search.service.js';
import { ChildrenService } from './children.service.js';

const services = [CarersService, ChildCarersService, ChildrenSearchService, ChildrenService];

@Module({ providers: services, exports: services })
export class ChildrenModule {}
