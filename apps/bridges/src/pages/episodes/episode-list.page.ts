import {
  type EpisodeException,
  type EpisodeFilter,
  type EpisodeListItem,
  EXCEPTIONS,
  haveAllDied,
} from '#libs/casework/episodes';
import { ageOf } from '#libs/page-kit';
import {
  EPISODE_STATUSES,
  type EpisodeStatus,
  isKeyOf,
  labelOf,
  optionsOf,
  UNNAMED_AGENCIES,
  fullName,
} from '#libs/terms';

export const EXCEPTION_LABELS: Readonly<Record<EpisodeException, string>> = {
  no_lead: 'no lead professional',
  no_one_responsible: 'no one responsible',
  review_late: 'review late',
  no_next_date: 'no next date',
  no_contact: 'no contact for 30 days',
  consent_ending: 'consent ending within 30 days',
};
const SCOPES = {
  mine: 'Mine',
  agency: 'My agency',
  locality: 'My locality',
  all: 'All I can see',
} as const;
const SCOPE_WORDS: Record<string, string> = {
  mine: 'episodes you work on',
  agency: 'episodes your agency works on',
  locality: 'episodes in your locality',
  all: 'all episodes you can see',
};
const SCOPE_OF_ROLE: Record<string, EpisodeFilter['scope']> = {
  manager: 'agency',
  coordinator: 'locality',
  front_door: 'all',
  governance: 'all',
  business_support: 'all',
  quality_auditor: 'all',
};
const FIELDS = [
  'scope',
  'status',
  'level',
  'exception',
  'notShared',
  'practitionerId',
  'teamId',
  'agencyId',
  'localityId',
  'cursor',
] as const;
/** The filter of a list, without where its page begins. */
export const KEPT_FIELDS = FIELDS.filter((name) => name !== 'cursor');
type Names = Readonly<
  Partial<Record<'practitionerId' | 'teamId' | 'agencyId' | 'localityId' | 'child', string | null>>
>;

/**
 * Reads the filter from the address, with the API's parameter names; without any, the role's default filter on open
 * episodes.
 */
export function filterOf(query: Record<string, unknown>, role: string): EpisodeFilter {
  const given = FIELDS.flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  const untouched = !FIELDS.some((name) => name in query);
  return {
    scope: SCOPE_OF_ROLE[role] ?? 'mine',
    ...(untouched ? { status: 'open' } : {}),
    ...Object.fromEntries(given),
    lateFirst: true,
  };
}

/** "Episodes your agency works on, open, level 3, no lead professional, with Ann Invented". */
export function describeFilter(filter: EpisodeFilter, names: Names): string {
  const words = [
    SCOPE_WORDS[filter.scope ?? 'mine'],
    filter.status === 'open'
      ? 'open'
      : isKeyOf(EPISODE_STATUSES, filter.status)
        ? labelOf(EPISODE_STATUSES, filter.status).toLowerCase()
        : null,
    filter.level === 'none'
      ? 'level not yet decided'
      : filter.level === 'hidden'
        ? 'record not shared with you'
        : filter.level
          ? `level ${filter.level}`
          : null,
    ...(filter.exception ?? '')
      .split(',')
      .map((exception) => EXCEPTION_LABELS[exception as EpisodeException]),
    filter.notShared
      ? `not shared with you: ${EXCEPTION_LABELS[filter.notShared as EpisodeException]}`
      : null,
    names.practitionerId ? `with ${names.practitionerId}` : null,
    names.teamId ? `of ${names.teamId}` : null,
    names.agencyId ? `with ${names.agencyId}` : null,
    names.localityId ? `in ${names.localityId}` : null,
    names.child ? `with a child named like “${names.child}”` : null,
  ].filter(Boolean);
  const text = words.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The address of a list; a name that narrows it is kept on the server, and the address has the id of that search. */
export function listHref(
  { lateFirst: _order, limit: _limit, childIds: _children, ...kept }: EpisodeFilter,
  search: string | null = null,
): string {
  return `/episodes?${new URLSearchParams({ ...(kept as Record<string, string>), ...(search ? { search } : {}) })}`;
}

/** The address of the next page of the same list. */
export const pageHref = (filter: EpisodeFilter, cursor: string, search: string | null = null): string =>
  listHref({ ...filter, cursor }, search);

/** One episode of a list; `matched` has the further names by which its children were found. */
export function episodeRow(
  episode: EpisodeListItem,
  today: string,
  matched: ReadonlyMap<string, string | null> | null = null,
) {
  return {
    id: episode.id,
    names: episode.children.map((child) => fullName(child)).join(', '),
    matchedNames: episode.children.flatMap(({ id }) => matched?.get(id) ?? []).join(', '),
    ages: episode.children
      .map((child) => (child.hasDied ? 'has died' : ageOf(child, today) || 'expected'))
      .join(', '),
    level: episode.level === null ? null : { number: episode.level, name: episode.levelName ?? '' },
    status: episode.status
      ? labelOf(EPISODE_STATUSES, episode.status as EpisodeStatus)
      : episode.closedAt
        ? 'Closed'
        : 'Open',
    contactOnly: episode.notShared.length > 0,
    lead: episode.lead,
    leadUnnamed: episode.leadUnnamed && UNNAMED_AGENCIES[episode.leadUnnamed],
    vacancyDays: episode.vacancyDays,
    // Nothing is late for a family whose children have all died.
    nextReviewOn: episode.closedAt || haveAllDied(episode.children) ? null : episode.nextReviewOn,
    lastContactOn: episode.lastContactOn,
  };
}

export const choicesOfFilter = {
  scopes: optionsOf(SCOPES),
  statuses: [{ value: '', text: 'Any' }, { value: 'open', text: 'Open' }, ...optionsOf(EPISODE_STATUSES)],
  levels: [
    { value: '', text: 'Any' },
    ...[1, 2, 3, 4].map((level) => ({ value: String(level), text: `Level ${level}` })),
    { value: 'none', text: 'Not yet decided' },
  ],
  exceptions: [
    { value: '', text: 'Anything' },
    ...EXCEPTIONS.map((value) => ({
      value,
      text: EXCEPTION_LABELS[value].charAt(0).toUpperCase() + EXCEPTION_LABELS[value].slice(1),
    })),
  ],
};
