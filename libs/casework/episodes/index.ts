import { Authorship, Episode, EpisodeChild, EpisodeRecord } from './episode.entity.js';
import { Message } from './message.entity.js';

export * from './episode.constraints.js';
export * from './episode.entity.js';
export * from './episode.rules.js';
export * from './episode-filter.js';
export * from './episode-front-door.service.js';
export * from './episode-list.service.js';
export * from './episode-view.service.js';
export * from './episode-visits.js';
export * from './episodes.module.js';
export * from './episodes.service.js';
export * from './message.entity.js';
export * from './messages.service.js';
export * from './not-shared.js';
export * from './sensitive-notes.service.js';
export * from './message-box.service.js';
export const EPISODE_ENTITIES = [Authorship, Episode, EpisodeChild, EpisodeRecord, Message];
