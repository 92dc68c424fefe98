import type { CalendarDate, FieldError } from '#libs/platform';
import type { CorrectionAsker, CorrectionSubject } from '#libs/terms';

export interface CorrectionDraft {
  readonly subjectKind: CorrectionSubject;
  readonly subjectId: string;
  readonly saidWrong: string;
  readonly shouldSay: string;
  readonly askedBy: string;
  readonly askedByCapacity: CorrectionAsker;
  readonly askedOn?: CalendarDate | null;
}
export const CORRECTION_ANSWERS = ['accepted', 'disputed', 'declined'] as const;
export interface CorrectionAnswer {
  readonly status: (typeof CORRECTION_ANSWERS)[number];
  readonly note?: string | null;
}

export function validateCorrection({ askedOn }: CorrectionDraft, today: CalendarDate): FieldError[] {
  return askedOn && askedOn > today
    ? [{ field: 'askedOn', message: 'The date they asked must be today or in the past' }]
    : [];
}

/** A dispute needs its note and a refusal its reason; acceptance needs neither. */
export function validateCorrectionAnswer({ status, note }: CorrectionAnswer): FieldError[] {
  if (status === 'accepted' || note?.trim()) return [];
  return [
    {
      field: 'note',
      message: status === 'disputed' ? 'Enter the note to show next to it' : 'Enter why you are declining it',
    },
  ];
}
