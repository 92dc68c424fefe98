import { invalid, type FieldError, instantOf, isDateOfPractice, isId } from '#libs/platform';
import { isStorable } from '#libs/terms';

/** Search criteria of the access log; all of them apply together. */
export interface LogFilter {
  readonly practitionerId?: string;
  /** Part of a practitioner's name. */
  readonly practitioner?: string;
  readonly episodeId?: string;
  /** Dates of London, both included. */
  readonly from?: string;
  readonly to?: string;
  /** The beginning of an act: 'read' finds 'read episode'. */
  readonly act?: string;
  readonly cursor?: string;
}

/** Throws 422 with an error beside each criterion that cannot be used. */
export function validateLogFilter(filter: LogFilter): void {
  const { practitionerId, practitioner = '', episodeId, from, to, act = '', cursor } = filter;
  const errors: FieldError[] = [];
  const addError = (field: string, message: string): void => void errors.push({ field, message });
  if (practitionerId && !isId(practitionerId))
    addError('practitionerId', 'Practitioner must be from the list');
  if (!isStorable(practitioner)) addError('practitioner', 'Practitioner must not include hidden characters');
  if (!isStorable(act)) addError('act', 'Act must not include hidden characters');
  if (episodeId && !isId(episodeId))
    addError('episodeId', 'Episode must be the number in the address of its page');
  if (from && !isDateOfPractice(from)) addError('from', 'From must be a real date, such as 2026-03-03');
  if (to && !isDateOfPractice(to)) addError('to', 'To must be a real date, such as 2026-03-03');
  if (errors.length === 0 && from && to && from > to) addError('to', 'To must be the same as or after from');
  if (cursor && !readCursor(cursor)) addError('cursor', 'The cursor must come from a list');
  if (errors.length > 0) throw invalid(errors);
}

/** The end of a page: the instant to the microsecond and the id, as one word. */
export const cursorAfter = (at: string, id: string): string =>
  Buffer.from(`${at} ${id}`).toString('base64url');

export function readCursor(cursor: string): { at: string; id: string } | null {
  const [, at, id] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,6}Z) (\S{36})$/.exec(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) ?? [];
  return at && id && isId(id) && instantOf(at) ? { at, id } : null;
}

/** A fingerprint in groups of four, for people to compare. */
export const inGroups = (fingerprint: string): string => fingerprint.match(/.{1,4}/g)?.join(' ') ?? '';
