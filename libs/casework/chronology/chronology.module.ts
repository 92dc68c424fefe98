import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { ChangesSinceVisitService } from './changes-since-visit.service.js';
import { ChildsWordsService } from './childs-words.service.js';
import { ChronologyService } from './chronology.service.js';
import { EpisodeProgressService } from './episode-progress.service.js';

const services = [ChangesSinceVisitService, ChildsWordsService, ChronologyService, EpisodeProgressService];

@Module({ imports: [EpisodesModule], providers: services, exports: services })
export class ChronologyModule {}
