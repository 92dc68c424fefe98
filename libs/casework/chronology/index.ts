import { ChronologyNote } from './chronology-note.entity.js';

export * from './chronology-note.entity.js';
export * from './chronology.module.js';
export * from './chronology.rules.js';
export * from './chronology.sentences.js';
export * from './chronology.service.js';
export * from './childs-words.service.js';
export * from './episode-progress.service.js';
export * from './changes-since-visit.service.js';
export const CHRONOLOGY_ENTITIES = [ChronologyNote];
