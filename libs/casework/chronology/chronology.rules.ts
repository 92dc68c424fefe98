import type { FieldError } from '#libs/platform';

/** The filters of a chronology. */
export const CHRONOLOGY_KINDS = {
  episode: 'Start and closure',
  checklist: 'Checklist',
  safety_concern: 'Safety concerns',
  consent: 'Consent',
  assessment: 'Assessment',
  level: 'Level of need',
  step_up: 'Step-up',
  team: 'Team',
  lead: 'Lead professional',
  meeting: 'Meetings',
  plan: 'Plan',
  review: 'Reviews',
  details: 'Changes of details',
  note: 'Notes and contacts',
} as const;
export type ChronologyKind = keyof typeof CHRONOLOGY_KINDS;

/** The kinds of a hand-written note. A contact and what the child says count as contact with the family. */
export const NOTE_CATEGORIES = {
  contact: 'Contact with the family',
  health: 'Health',
  education: 'Education',
  family: 'Family',
  housing: 'Housing',
  offending: 'Offending',
  domestic_abuse: 'Domestic abuse',
  significant_harm: 'Significant harm',
  childs_words: 'The child’s views',
  other: 'Something else',
} as const;
export type NoteCategory = keyof typeof NOTE_CATEGORIES;

export interface NoteInput {
  readonly happenedOn: string;
  readonly category: NoteCategory;
  readonly what: string;
  readonly significance?: string | null;
  readonly topic?: string | null;
}

/** Validates a note. An event before the episode belongs to the story, so any past day is valid. */
export function validateNote({ happenedOn }: NoteInput, today: string): FieldError[] {
  return happenedOn > today
    ? [{ field: 'happenedOn', message: 'The date must be today or in the past' }]
    : [];
}
