import { Module } from '@nestjs/common';
import { CarersService } from './carers.service.js';
import { ChildrenSearch } from './children.search.js';
import { ChildrenService } from './children.service.js';

const services = [CarersService, ChildrenSearch, ChildrenService];

@Module({ providers: services, exports: services })
export class ChildrenModule {}
