import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { DuplicatesService } from './duplicates.service.js';
import { MergesService } from './merges.service.js';

const services = [DuplicatesService, MergesService];

@Module({ imports: [ChildrenModule, EpisodesModule], providers: services, exports: services })
export class DuplicatesModule {}
