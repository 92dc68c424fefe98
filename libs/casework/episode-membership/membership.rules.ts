import type { CalendarDate, FieldError } from '#libs/platform';

export interface MembershipDraft {
  readonly reason: string;
  readonly happenedOn: CalendarDate;
  readonly note?: string | null;
}

/** Validates the word on a child who joins or leaves, each error beside the field where it can be corrected. */
export function validateMembership(
  { reason, happenedOn, note }: MembershipDraft,
  { today, openedOn }: { readonly today: CalendarDate; readonly openedOn: CalendarDate | null },
): FieldError[] {
  return [
    ...(happenedOn > today
      ? [{ field: 'happenedOn', message: 'The date must be today or in the past' }]
      : []),
    ...(openedOn !== null && happenedOn < openedOn
      ? [{ field: 'happenedOn', message: 'The date must be on or after the day the episode started' }]
      : []),
    ...(reason === 'other' && !note?.trim() ? [{ field: 'note', message: 'Enter the reason' }] : []),
  ];
}

/** Whether a text names this child: a given name as a word of its own. */
export function mentions(text: string, givenNames: string): boolean {
  const words = text.toLocaleLowerCase('en-GB').split(/[^\p{L}\p{M}]+/u);
  return givenNames
    .toLocaleLowerCase('en-GB')
    .split(/[^\p{L}\p{M}]+/u)
    .some((name) => name.length > 1 && words.includes(name));
}
