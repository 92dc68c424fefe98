import { Authorship, Episode, EpisodeChild, EpisodeRecord } from './episode.entity.js';
import { Message } from './message.entity.js';

export { haveAllDied } from './all-died.js';
export { EPISODE_CONSTRAINTS } from './episode.constraints.js';
export { Episode, EpisodeRecord } from './episode.entity.js';
export { describeStatus } from './episode.rules.js';
export {
  casesWithin,
  EPISODE_LEVELS,
  EPISODE_SCOPES,
  EPISODE_STATES,
  type EpisodeException,
  type EpisodeFilter,
  exceptionCondition,
  EXCEPTIONS,
  notSharedCondition,
  type Put,
} from './episode-filter.js';
export { EpisodeFrontDoor, type FrontDoorNumbers } from './episode-front-door.service.js';
export { type EpisodeListItem, EpisodeListService } from './episode-list.service.js';
export { type EpisodeView, EpisodeViewService, type SharingSummary } from './episode-view.service.js';
export { EpisodesModule } from './episodes.module.js';
export { EpisodesService } from './episodes.service.js';
export type { MessageAbout } from './message.entity.js';
export { MessagesService } from './messages.service.js';
export { EPISODE_RECORD_FIELDS } from './not-shared.js';
export { type NotedAt, type SensitiveNote, SensitiveNotes } from './sensitive-notes.service.js';
export { MessageBox } from './message-box.service.js';
export { settleWork } from './settle-work.js';
export const EPISODE_ENTITIES = [Authorship, Episode, EpisodeChild, EpisodeRecord, Message];
