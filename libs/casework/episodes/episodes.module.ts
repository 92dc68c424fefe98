import { Module } from '@nestjs/common';
import { EpisodeFrontDoor } from './episode-front-door.service.js';
import { EpisodeListService } from './episode-list.service.js';
import { EpisodeViewService } from './episode-view.service.js';
import { EpisodeVisits } from './episode-visits.js';
import { EpisodesService } from './episodes.service.js';
import { MessageBox } from './message-box.service.js';
import { MessagesService } from './messages.service.js';
import { SensitiveNotes } from './sensitive-notes.service.js';

@Module({
  providers: [
    EpisodeFrontDoor,
    EpisodeListService,
    EpisodeViewService,
    EpisodeVisits,
    EpisodesService,
    MessageBox,
    MessagesService,
    SensitiveNotes,
  ],
  exports: [
    EpisodeFrontDoor,
    EpisodeListService,
    EpisodeViewService,
    EpisodeVisits,
    EpisodesService,
    MessageBox,
    MessagesService,
    SensitiveNotes,
  ],
})
export class EpisodesModule {}
