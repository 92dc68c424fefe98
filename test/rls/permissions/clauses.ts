import { type PersonaKey, PERSONAS } from '../../../apps/console/src/seed/index.js';
import type { TablePermissions } from './types.js';

export const byPermission = (
  read: string,
  add?: string,
  change?: [permissions: string[], column: string],
): TablePermissions => ({
  read: `episode_id {${read}}`,
  ...(add ? { add: `episode_id {${add}}` } : {}),
  ...(change
    ? { change: change[0].map((one) => `episode_id {${one}}`).join(' or '), column: change[1] }
    : {}),
});
const NOT_SENSITIVE = `(topic = '' or written_by = {me} or episode_id || ' ' || topic = any({topics}))`;
export const sensitive = (who: TablePermissions): TablePermissions => ({
  ...who,
  read: `${who.read} and ${NOT_SENSITIVE}`,
  ...(who.add ? { add: `${who.add} and ${NOT_SENSITIVE}` } : {}),
  ...(who.change ? { change: `(${who.change}) and ${NOT_SENSITIVE}` } : {}),
});
/** Emergency access opens a topic for reading; writing under it needs the family's consent. */
const NOT_SENSITIVE_TO_WRITE = NOT_SENSITIVE.replace('{topics}', '{agreed topics}');
export const sensitiveToWrite = (who: TablePermissions): TablePermissions => ({
  ...sensitive(who),
  ...(who.add ? { add: `${who.add} and ${NOT_SENSITIVE_TO_WRITE}` } : {}),
  ...(who.change ? { change: `(${who.change}) and ${NOT_SENSITIVE_TO_WRITE}` } : {}),
});
/** A row that names an agency, or a person of it, is hidden from those who may not know of it. Their own agency is visible. */
export const hidingUnnamedAgencies = (
  column: 'agency_id' | 'practitioner_id',
  also: string,
  who: TablePermissions,
): TablePermissions => {
  const prefix = column === 'agency_id' ? '' : 'people of ';
  return {
    ...who,
    read: `${who.read} and (${column} is null or ${also} or (
      (${column} <> all({${prefix}sensitive agencies}) or episode_id {sensitive_service.read})
      and (episode_id <> all({hidden episodes}) or ${column} <> all({${prefix}revealing agencies}))))`,
  };
};
/** The only episode of this child. */
export const episodeOf = (child: string): string =>
  `(select f.episode_id from episode_children f join children k on k.id = f.child_id where k.given_names = '${child}')`;
/** A closed episode takes no further rows of these. */
export const whileOpen = (
  who: TablePermissions,
  more: Readonly<Record<string, string>> = {},
): TablePermissions => ({
  ...who,
  add: `(${who.add}) and episode_id = any({open})`,
  more: [...(who.more ?? []), { episode_id: episodeOf('Harry'), ...more }],
});
/**
 * Who in the scene knows of a child who joined later or left: those whose agency was agreed to afterwards or before, and those
 * who answer for all families of a place (test/features/episode-membership asks for the rule).
 */
const LATER_MEMBERS: Readonly<Record<string, readonly PersonaKey[]>> = {
  Later: ['outreachWorker', 'coordinatorCharnwood', 'frontDoor'],
  Early: ['outreachWorker', 'coordinatorCharnwood', 'frontDoor'],
  Gone: [
    'outreachWorker',
    'healthVisitor',
    'schoolNurse',
    'healthManager',
    'coordinatorCharnwood',
    'frontDoor',
  ],
};
const KNOWS_LATER_MEMBER = Object.entries(LATER_MEMBERS)
  .map(([child, keys]) => {
    const people = PERSONAS.filter(({ key }) => keys.includes(key)).map(
      ({ practitionerId }) => `'${practitionerId}'::uuid`,
    );
    return `(m.child_id = (select id from children where given_names = '${child}') and {me} in (${people.join(', ')}))`;
  })
  .join(' or ');
const isMember = (which: string): string =>
  `exists (select from episode_children m where m.episode_id = t.episode_id and m.child_id = t.child_id and ${which})`;
/** A child who was there from the beginning is known to each reader of the episode; others to fewer. */
export const KNOWN_MEMBER = isMember(
  `((m.added_at is null and m.removed_at is null) or ${KNOWS_LATER_MEMBER})`,
);
export const UNKNOWN_MEMBER = isMember(
  `(m.added_at is not null or m.removed_at is not null) and not (${KNOWS_LATER_MEMBER})`,
);
/** An episode that its opener, who is its author, has not said the children of. */
export const EPISODE_BEING_OPENED = "'00000000-0000-7000-8000-00000000a000'";
/** Opened by the reader, without a record and without an agreement. */
export const BEING_OPENED = `exists (select from episodes e where e.id = t.episode_id and e.opened_by = {me} and e.closed_at is null
  and not exists (select from episode_records r where r.episode_id = e.id)
  and not exists (select from consents c where c.episode_id = e.id))`;
export const MINE = 'practitioner_id = {me}';
export const GOVERNANCE = 'episode_id {shield.decide}';
export const SIGNED_IN = '{signed in}';
/** Also without a claim: the program itself during sign-in. */
export const EVERYONE = 'true';
export const NO_ONE = 'false';
export const WORKS_THERE =
  'exists (select from posts o where o.practitioner_id = t.practitioner_id and o.agency_id = t.agency_id)';

/** An opened episode without an author. */
export const EPISODE_WITHOUT_AUTHOR =
  '(select e.id from episodes e where not exists (select from authorships a where a.episode_id = e.id) order by e.id desc limit 1)';

export const IS_ASKED_TO_LEAD = `exists (select from lead_professional_proposals p
      where p.episode_id = t.episode_id and p.practitioner_id = {me} and p.answer is null)`;

export const NOT_HIDDEN_SECTION = `(section not in ('family_and_home', 'services', 'people_present') or episode_id <> all({hidden episodes}))`;

/** A sensitive note of a meeting or a review: always with a topic, and in the writer's own name. */
export const sensitiveNote = (permission: string): TablePermissions => ({
  read: `episode_id {record.read} and ${NOT_SENSITIVE}`,
  add: `episode_id {${permission}} and written_by = {me}`,
  own: { written_by: '{me}' },
});

export const VISIBLE_OUTCOME = `exists (select from plan_outcomes o where o.id = t.outcome_id
      and o.episode_id {record.read} and (o.topic = '' or o.written_by = {me} or o.episode_id || ' ' || o.topic = any({topics})))`;
/** The score of a sensitive outcome is for those who may know the topic, scored it or wrote the outcome. */
export const VISIBLE_SCORE = `(topic = '' or recorded_by = {me} or episode_id || ' ' || topic = any({topics}) or exists (
      select from plan_outcomes o where o.id = t.outcome_id and o.topic <> '' and o.written_by = {me} and o.episode_id {record.read}))`;

export const VISIBLE_DISCLOSURE = `(topics = '{}' or recorded_by = {me} or not exists (
      select from unnest(topics) x where episode_id || ' ' || x <> all({topics})))`;
/** A correction of a sensitive item is for those who may read the item. */
export const VISIBLE_ITEM = `(topic = '' or exists (select from assessment_elements l where l.id = t.subject_id and l.episode_id {record.read}
      and (l.topic = '' or l.written_by = {me} or l.episode_id || ' ' || l.topic = any({topics})))
    or exists (select from chronology_notes l where l.id = t.subject_id and l.episode_id {record.read}
      and (l.topic = '' or l.written_by = {me} or l.episode_id || ' ' || l.topic = any({topics}))))`;
/** For four weeks, the people who answer for the family: its lead; without one, the author's manager and the coordinator. */
export const MATCHES_TO_ANSWER = `id = any({matches to answer})`;

/** The family whose team members have different tiers. */
export const JOSEPHINES_EPISODE = episodeOf('Josephine');
export const outcomeOf = (topic: string): string =>
  `(select o.id from plan_outcomes o where o.episode_id = ${JOSEPHINES_EPISODE} and o.topic = '${topic}')`;
export const firstOutcomeOf = (child: string): string =>
  `(select o.id from plan_outcomes o where o.episode_id = ${episodeOf(child)} order by o.position limit 1)`;
export const personOf = (name: string): string => `(select id from practitioners where name = '${name}')`;
export const childOf = (name: string): string => `(select id from children where given_names = '${name}')`;
export const carerOf = (name: string): string =>
  `(select carer_id from child_carers where child_id = ${childOf(name)} order by carer_id limit 1)`;
export const OTHER_AGENCY = '(select max(id::text)::uuid from agencies)';

/** A closure proposal without an answer. */
export const UNANSWERED = { outcome: 'null', outcome_reason: 'null', outcome_by: 'null', outcome_at: 'null' };
/** The result of the child's first outcome, in the proposal of the scene whose id has this ending. */
export const inProposal = (ending: string, child: string): Readonly<Record<string, string>> => ({
  proposal_id: `'00000000-0000-7000-8000-00000000${ending}'`,
  episode_id: episodeOf(child),
  outcome_id: firstOutcomeOf(child),
  topic: "''",
});
export const EPISODE_I_AM_ASKED_TO_LEAD =
  '(select p.episode_id from lead_professional_proposals p where p.practitioner_id = {me} and p.answer is null order by 1 limit 1)';
