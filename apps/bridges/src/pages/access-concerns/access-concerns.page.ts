import type { AccessConcern, OwnConcern } from '#libs/oversight/access-concerns';
import { plural } from '#libs/page-kit';
import {
  CONCERN_OUTCOMES,
  CONCERN_STATES,
  labelOf,
  PRACTITIONER_ROLES,
  type PractitionerRole,
  WATCH_RULES,
} from '#libs/terms';

/**
 * One access concern for its guardian: the person, the rule, when and how many records. Children are named only within
 * the guardian's reach.
 */
export function toAccessConcernView({
  practitioner,
  agency,
  role,
  state,
  episodes,
  decision,
  ...concern
}: AccessConcern) {
  const named = episodes.filter(({ names }) => names !== null);
  return {
    ...concern,
    who: `${practitioner.name}, ${practitioner.jobTitle}, ${agency.name}`,
    name: practitioner.name,
    role: labelOf(PRACTITIONER_ROLES, role as PractitionerRole),
    what: labelOf(WATCH_RULES, concern.rule),
    many:
      concern.rule === 'index_probing' ? plural(concern.subjects, 'search', 'searches') : howMany(concern),
    state: labelOf(CONCERN_STATES, state),
    closed: state === 'closed',
    named,
    unnamed: episodes.length - named.length,
    decision: decision && { ...decision, outcome: labelOf(CONCERN_OUTCOMES, decision.outcome) },
  };
}

/** What the person is asked: when and how much, but never which rule flagged the access. */
export function toOwnConcernView(concern: OwnConcern) {
  const { id, kind, day, subjects, episodeIds, state, why } = concern;
  return {
    id,
    day,
    many: kind === 'searches' ? plural(subjects, 'search', 'searches') : howMany(concern),
    asks:
      kind === 'searches'
        ? 'You searched for many children without opening a record, or asked many questions.'
        : 'Tell us why you opened these records.',
    episodes: episodeIds.map((episodeId, index) => ({
      text: `Record ${index + 1}`,
      href: `/episodes/${episodeId}`,
    })),
    open: state === 'open',
    state: labelOf(CONCERN_STATES, state),
    why,
  };
}

function howMany({ subjects, times }: { subjects: number; times: number }): string {
  return `${plural(subjects, 'record')}, opened ${plural(times, 'time')}`;
}
