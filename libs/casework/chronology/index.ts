import { ChronologyNote } from './chronology-note.entity.js';

export { ChronologyModule } from './chronology.module.js';
export { CHRONOLOGY_KINDS, NOTE_CATEGORIES, type NoteCategory } from './chronology.rules.js';
export { type ChronologyEntry, ChronologyService } from './chronology.service.js';
export { ChildsWordsService } from './childs-words.service.js';
export { type ComingMeeting, EpisodeProgressService } from './episode-progress.service.js';
export { type ChangesOfKind, ChangesSinceVisitService } from './changes-since-visit.service.js';
export const CHRONOLOGY_ENTITIES = [ChronologyNote];
