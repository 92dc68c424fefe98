import { Module } from '@nestjs/common';
import { CarersService } from './carers.service.js';
import { ChildNamesService } from './child-names.service.js';
import { ChildCarersService } from './child-carers.service.js';
import { ChildrenSearchService } from './children-search.service.js';
import { ChildContextService } from './child-context.service.js';
import { ChildrenService } from './children.service.js';
import { PossibleDuplicatesService } from './possible-duplicates.service.js';
import { OwnFamiliesService } from './own-families.service.js';

const services = [
  CarersService,
  ChildContextService,
  ChildCarersService,
  ChildNamesService,
  ChildrenSearchService,
  ChildrenService,
  OwnFamiliesService,
  PossibleDuplicatesService,
];

@Module({ providers: services, exports: services })
export class ChildrenModule {}
