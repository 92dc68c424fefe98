import { EXCEPTIONS, type EpisodeException, type EpisodeFilter } from '#libs/casework/episodes';
import { invalidField } from '#libs/platform';

export const CASELOAD_BY = ['level', 'practitioner', 'team', 'agency', 'locality'] as const;
export type CaseloadBy = (typeof CASELOAD_BY)[number];

/** The four levels, no level yet, and a level that the reader may not know. */
export const LEVEL_KEYS = ['1', '2', '3', '4', 'none', 'hidden'] as const;
export type LevelKey = (typeof LEVEL_KEYS)[number];

/**
 * Families in a row of a caseload: in all, by level, and by exception. A number is null when the reader may know it of
 * none of these families: zero would say that nothing is wrong.
 */
export interface Counted {
  readonly count: number;
  readonly levels: Readonly<Record<LevelKey, number | null>>;
  readonly exceptions: Readonly<Record<EpisodeException, number | null>>;
  /**
   * For how many families the reader may not know whether the exception applies; the number beside it leaves them out.
   */
  readonly notShared: Readonly<Record<EpisodeException, number>>;
}

export const EXCEPTION_NAMES: Record<EpisodeException, string> = {
  no_lead: 'no lead professional',
  no_one_responsible: 'no one responsible',
  review_late: 'review late',
  no_next_date: 'no next date',
  no_contact: 'no contact for 30 days',
  consent_ending: 'consent ending within 30 days',
};

/** The default scope of each role. */
export function scopeOf(role: string): 'agency' | 'locality' | 'all' {
  if (role === 'coordinator') return 'locality';
  return role === 'front_door' ? 'all' : 'agency';
}

/** The requested grouping; level by default. */
export function checkedBy(by: string | undefined): CaseloadBy {
  const grouping = CASELOAD_BY.find((one) => one === (by || 'level'));
  if (!grouping) throw invalidField('by', `by must be one of ${CASELOAD_BY.join(', ')}`);
  return grouping;
}

export type Sort = 'name' | 'count' | LevelKey | EpisodeException;
export const SORTS: readonly Sort[] = ['name', 'count', ...LEVEL_KEYS, ...EXCEPTIONS];

/** The list of /episodes that a number opens: the caseload's own filter, narrowed to its row and its column. */
export function rowsBehind(filter: EpisodeFilter, narrowed: Partial<EpisodeFilter> = {}): string {
  const exceptions = [...new Set([filter.exception, narrowed.exception].filter(Boolean))].join(',');
  const all = { ...filter, ...narrowed, exception: exceptions };
  const parts = FILTER_FIELDS.filter((field) => all[field]).map((field): [string, string] => [
    field,
    String(all[field]),
  ]);
  return `/episodes?${new URLSearchParams(parts).toString()}`;
}

export const FILTER_FIELDS = [
  'scope',
  'status',
  'level',
  'exception',
  'notShared',
  'practitionerId',
  'teamId',
  'agencyId',
  'localityId',
] as const;

/** The filter that narrows the list of /episodes to one row of the table. */
export function rowFilter(by: CaseloadBy, key: string): Partial<EpisodeFilter> {
  return by === 'level' ? { level: key } : { [`${by}Id`]: key };
}

const none = () => Object.fromEntries(EXCEPTIONS.map((one) => [one, 0])) as Record<EpisodeException, number>;

export const NOTHING: Counted = {
  count: 0,
  levels: { 1: 0, 2: 0, 3: 0, 4: 0, none: 0, hidden: 0 },
  exceptions: none(),
  notShared: none(),
};

/** Share of a whole in per cent, to one decimal; null when the whole is zero. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1000) / 10;
}
