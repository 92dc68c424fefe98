import {
  CHRONOLOGY_KINDS,
  type ChronologyEntry,
  NOTE_CATEGORIES,
  type NoteCategory,
} from '#libs/casework/chronology';
import { FormReader } from '#libs/page-kit';
import { keysOf, labelOf, optionsOf, SENSITIVE_TOPICS, type SensitiveTopic } from '#libs/terms';

/** One chronology entry as displayed. */
export function toEntryView(entry: ChronologyEntry) {
  const { at, kind, what, by, href, category, significance, topic, enteredFor } = entry;
  return {
    at,
    what,
    by: by
      ? [by.name, by.agency, enteredFor && `entered on behalf of ${enteredFor}`].filter(Boolean).join(', ')
      : null,
    kind: category ? labelOf(NOTE_CATEGORIES, category as NoteCategory) : CHRONOLOGY_KINDS[kind],
    isNote: kind === 'note',
    href: kind === 'note' ? null : href,
    significance,
    topic: topic ? labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic) : null,
  };
}

/** The filter's choices; the first shows everything. */
export const kindChoices = [{ value: '', text: 'Everything' }, ...optionsOf(CHRONOLOGY_KINDS)];
export const noteChoices = {
  categories: [{ value: '', text: 'Choose' }, ...optionsOf(NOTE_CATEGORIES)],
  topics: [{ value: '', text: 'Not sensitive' }, ...optionsOf(SENSITIVE_TOPICS)],
};

/** Reads the form of a note. */
export function readNote(body: unknown, today: string) {
  const form = new FormReader(body);
  return form.answer({
    happenedOn: form.date('happenedOn', {
      label: 'the date',
      message: 'Enter the date it happened',
      latest: today,
    }),
    category: form.choice('category', keysOf(NOTE_CATEGORIES), {
      label: 'what the note is about',
      message: 'Select what the note is about',
    }),
    what: form.longText('what', { label: 'what happened', message: 'Enter what happened' }),
    significance: form.optionalLongText('significance', { label: 'what it means for the child', max: 2000 }),
    topic: form.optionalChoice('topic', keysOf(SENSITIVE_TOPICS), { label: 'the sensitive topic' }),
  });
}
