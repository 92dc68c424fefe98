/**
 * Who may read, add and change the rows of each table, written from the rule book, independently of the policies.
 * `{record.read}` stands for the episodes on which the person holds that permission, `{child family.read}` for children,
 * `{me}`, `{agency}` and `{authority}` for the person, `{allows people.manage}` for whether their role may, `{topics}` for
 * the sensitive topics within their reach. What is not written here is not allowed.
 */
export interface Who {
  readonly read: string;
  readonly add?: string;
  /** Columns that must name the person who adds the row. */
  readonly own?: Readonly<Record<string, string>>;
  readonly change?: string;
  readonly column?: string;
  /** Rows that a policy lets the person change although a constraint refuses the change, where that is more. */
  readonly blind?: string;
  /** Columns that a change must set, first the one naming its author: the same in another person's name is refused. */
  readonly signed?: Readonly<Record<string, string>>;
  /** Further rows to try to insert: copies with these values. */
  readonly more?: readonly Readonly<Record<string, string>>[];
  /** Further updates to try, without reading first, and who may make them. */
  readonly further?: readonly { readonly set: Readonly<Record<string, string>>; readonly change: string }[];
}

const of = (read: string, add?: string, change?: [permissions: string[], column: string]): Who => ({
  read: `episode_id {${read}}`,
  ...(add ? { add: `episode_id {${add}}` } : {}),
  ...(change
    ? { change: change[0].map((one) => `episode_id {${one}}`).join(' or '), column: change[1] }
    : {}),
});
const NOT_SENSITIVE = `(topic = '' or written_by = {me} or episode_id || ' ' || topic = any({topics}))`;
const sensitive = (who: Who): Who => ({
  ...who,
  read: `${who.read} and ${NOT_SENSITIVE}`,
  ...(who.add ? { add: `${who.add} and ${NOT_SENSITIVE}` } : {}),
  ...(who.change ? { change: `(${who.change}) and ${NOT_SENSITIVE}` } : {}),
});
/** Emergency access opens a topic for reading; writing under it needs the family's consent. */
const NOT_SENSITIVE_TO_WRITE = NOT_SENSITIVE.replace('{topics}', '{agreed topics}');
const sensitiveToWrite = (who: Who): Who => ({
  ...sensitive(who),
  ...(who.add ? { add: `${who.add} and ${NOT_SENSITIVE_TO_WRITE}` } : {}),
  ...(who.change ? { change: `(${who.change}) and ${NOT_SENSITIVE_TO_WRITE}` } : {}),
});
/** A row that names an agency, or a person of it, is hidden from those who may not know of it. Their own agency is visible. */
const named = (column: 'agency_id' | 'practitioner_id', also: string, who: Who): Who => {
  const of = column === 'agency_id' ? '' : 'people of ';
  return {
    ...who,
    read: `${who.read} and (${column} is null or ${also} or (
      (${column} <> all({${of}sensitive agencies}) or episode_id {sensitive_service.read})
      and (episode_id <> all({hidden episodes}) or ${column} <> all({${of}telling agencies}))))`,
  };
};
/** The only episode of this child. */
const episodeOf = (child: string): string =>
  `(select f.episode_id from episode_children f join children k on k.id = f.child_id where k.given_names = '${child}')`;
/** A closed episode takes no further rows of these. */
const whileOpen = (who: Who, more: Readonly<Record<string, string>> = {}): Who => ({
  ...who,
  add: `(${who.add}) and episode_id = any({open})`,
  more: [...(who.more ?? []), { episode_id: episodeOf('Harry'), ...more }],
});
const MINE = 'practitioner_id = {me}';
const GOVERNANCE = 'episode_id {shield.decide}';
const EVERYBODY = '{signed in}';
/** Also without a claim: the program itself during sign-in. */
const ANYBODY = 'true';
const NOBODY = 'false';
const WORKS_THERE =
  'exists (select from posts o where o.practitioner_id = t.practitioner_id and o.agency_id = t.agency_id)';

/** An opened episode without an author. */
const UNCLAIMED =
  '(select e.id from episodes e where not exists (select from authorships a where a.episode_id = e.id) order by e.id desc limit 1)';

const ASKED = `exists (select from lead_professional_proposals p
      where p.episode_id = t.episode_id and p.practitioner_id = {me} and p.answer is null)`;

const NOT_HIDDEN_SECTION = `(section not in ('family_and_home', 'services', 'people_present') or episode_id <> all({hidden episodes}))`;

/** A sensitive note of a meeting or a review: always with a topic, and in the writer's own name. */
const note = (permission: string): Who => ({
  read: `episode_id {record.read} and ${NOT_SENSITIVE}`,
  add: `episode_id {${permission}} and written_by = {me}`,
  own: { written_by: '{me}' },
});

const SEEN_OUTCOME = `exists (select from plan_outcomes o where o.id = t.outcome_id
      and o.episode_id {record.read} and (o.topic = '' or o.written_by = {me} or o.episode_id || ' ' || o.topic = any({topics})))`;
/** The score of a sensitive outcome is for those who may know the topic, scored it or wrote the outcome. */
const KNOWN_SCORE = `(topic = '' or recorded_by = {me} or episode_id || ' ' || topic = any({topics}) or exists (
      select from plan_outcomes o where o.id = t.outcome_id and o.topic <> '' and o.written_by = {me} and o.episode_id {record.read}))`;

const KNOWN_DISCLOSURE = `(topics = '{}' or recorded_by = {me} or not exists (
      select from unnest(topics) x where episode_id || ' ' || x <> all({topics})))`;
/** A correction of a sensitive item is for those who may read the item. */
const SEEN_ITEM = `(topic = '' or exists (select from assessment_elements l where l.id = t.subject_id and l.episode_id {record.read}
      and (l.topic = '' or l.written_by = {me} or l.episode_id || ' ' || l.topic = any({topics})))
    or exists (select from chronology_notes l where l.id = t.subject_id and l.episode_id {record.read}
      and (l.topic = '' or l.written_by = {me} or l.episode_id || ' ' || l.topic = any({topics}))))`;
/** For four weeks, the people who answer for the family: its lead; without one, the author's manager and the coordinator. */
const HELD = `id = any({held matches})`;

/** The family whose team members have different tiers. */
const JO = episodeOf('Josephine');
const outcomeOf = (topic: string): string =>
  `(select o.id from plan_outcomes o where o.episode_id = ${JO} and o.topic = '${topic}')`;
const firstOutcomeOf = (child: string): string =>
  `(select o.id from plan_outcomes o where o.episode_id = ${episodeOf(child)} order by o.position limit 1)`;
const personOf = (name: string): string => `(select id from practitioners where name = '${name}')`;
const childOf = (name: string): string => `(select id from children where given_names = '${name}')`;
const carerOf = (name: string): string =>
  `(select carer_id from child_carers where child_id = ${childOf(name)} order by carer_id limit 1)`;
const OTHER_AGENCY = '(select max(id::text)::uuid from agencies)';

/** A closure proposal without an answer. */
const UNANSWERED = { outcome: 'null', outcome_reason: 'null', outcome_by: 'null', outcome_at: 'null' };
/** The result of the child's first outcome, in the proposal of the scene whose id has this ending. */
const inProposal = (ending: string, child: string): Readonly<Record<string, string>> => ({
  proposal_id: `'00000000-0000-7000-8000-00000000${ending}'`,
  episode_id: episodeOf(child),
  outcome_id: firstOutcomeOf(child),
  topic: "''",
});
const ASKED_OF_ME =
  '(select p.episode_id from lead_professional_proposals p where p.practitioner_id = {me} and p.answer is null order by 1 limit 1)';

export const WHO: Readonly<Record<string, Who>> = {
  // The directory is for everyone who is signed in.
  practitioners: {
    read: EVERYBODY,
    add: '{allows people.manage}',
    change: `{allows people.manage} and exists (select from posts p where p.practitioner_id = t.id and p.agency_id = {agency}
      and (p.ended_at is null or p.ended_at >= {now}))`,
    column: 'name',
  },
  posts: {
    read: EVERYBODY,
    add: `{allows people.manage} and agency_id = {agency}
      and role in ('practitioner', 'manager', 'panel_member', 'panel_chair', 'business_support', 'agency_administrator')`,
    more: [
      { agency_id: '{agency}', role: "'practitioner'" },
      { agency_id: '{agency}', role: "'governance'" },
    ],
    change: '{allows people.manage} and agency_id = {agency}',
    column: 'team_id',
  },
  agencies: {
    read: ANYBODY,
    add: '{allows agencies.manage}',
    change: '{allows agencies.manage}',
    column: 'name',
  },
  teams: {
    read: ANYBODY,
    add: '{allows people.manage} and agency_id = {agency}',
    change: '{allows people.manage} and agency_id = {agency}',
    column: 'name',
  },
  directory_services: {
    read: ANYBODY,
    add: '{allows directory.edit}',
    change: '{allows directory.edit}',
    column: 'name',
  },
  panels: {
    read: ANYBODY,
    add: '{allows panel.manage} and authority_id = {authority}',
    change: '{allows panel.manage} and authority_id = {authority}',
    column: 'name',
  },
  panel_members: {
    read: EVERYBODY,
    add: `{allows panel.manage} and exists (select from panels p where p.id = t.panel_id and p.authority_id = {authority})
      and exists (select from posts o where o.practitioner_id = t.practitioner_id and o.agency_id = t.agency_id)`,
    change: `{allows panel.manage} and exists (select from panels p where p.id = t.panel_id and p.authority_id = {authority})`,
    column: 'left_at',
  },
  panel_meetings: {
    read: EVERYBODY,
    add: `{allows panel.manage} and exists (select from panels p where p.id = t.panel_id and p.authority_id = {authority})`,
    change: `{allows panel.manage} and exists (select from panels p where p.id = t.panel_id and p.authority_id = {authority})`,
    column: 'place',
  },
  panel_items: whileOpen({
    ...of('record.read', 'panel.refer', [['panel.refer', 'panel.decide'], 'decision']),
    add: `put_by = {me} and episode_id {panel.refer} and episode_id in (
      select c.episode_id from access.consent_grants c where c.class = 'panel' and c.begins <= {now} and c.ends > {now})`,
    own: { put_by: '{me}' },
  }),

  // T0
  episodes: {
    read: 'id {episode.read}',
    add: 'opened_by = {me} and opening_agency_id = {agency} and {allows episode.open}',
    own: { opened_by: '{me}', opening_agency_id: '{agency}' },
    more: [
      { opened_by: '(select max(id::text)::uuid from practitioners)' },
      { opening_agency_id: OTHER_AGENCY },
    ],
  },
  episode_children: {
    read: 'episode_id {episode.read}',
    add: 'episode_id {family.edit} and (child_id {child episode.read} or child_id = any({indexed}))',
    more: [{ episode_id: JO, child_id: childOf('Amber') }],
  },
  children: {
    read: 'id {child episode.read}',
    add: 'recorded_by = {me} and {allows child.create}',
    own: { recorded_by: '{me}' },
    change: 'id {child family.edit}',
    column: 'given_names',
  },
  authorships: named('agency_id', MINE, {
    read: 'episode_id {record.read}',
    add: `(episode_id {authorship.end} and ${WORKS_THERE}) or (practitioner_id = {me} and agency_id = {agency}
      and episode_id in (select e.id from episodes e where e.opened_by = {me} and not exists (select from authorships a where a.episode_id = e.id)))`,
    more: [
      { episode_id: UNCLAIMED, agency_id: '{agency}' },
      { episode_id: UNCLAIMED, practitioner_id: '{me}', agency_id: '{agency}' },
      { episode_id: UNCLAIMED },
      {
        episode_id: UNCLAIMED,
        practitioner_id: '{me}',
        agency_id: OTHER_AGENCY,
      },
      { practitioner_id: '{me}', agency_id: '{agency}' },
      { episode_id: JO, agency_id: OTHER_AGENCY },
    ],
    change: 'episode_id {authorship.end}',
    column: 'ended_at',
  }),
  declared_relatives: {
    read: 'practitioner_id = {me}',
    add: 'practitioner_id = {me}',
    own: { practitioner_id: '{me}' },
  },
  lead_professional_appointments: {
    // The person asked to lead after a sensitive service sees whom they would follow.
    read: `episode_id {episode.read} and (practitioner_id = {me} or (
      (agency_id <> all({sensitive agencies}) or episode_id {sensitive_service.read} or ${ASKED})
      and (episode_id <> all({hidden episodes}) or agency_id <> all({telling agencies}))))`,
    add: `practitioner_id = {me} and episode_id {lead.accept} and exists (select from lead_professional_proposals p
      where p.episode_id = t.episode_id and p.practitioner_id = {me} and p.agency_id = t.agency_id and p.answer is null)`,
    own: { practitioner_id: '{me}', agency_id: '{agency}' },
    more: [
      { agency_id: OTHER_AGENCY },
      { episode_id: ASKED_OF_ME },
      { episode_id: ASKED_OF_ME, practitioner_id: personOf('Graham Pendleberry') },
    ],
    change: `episode_id {lead.end} or (episode_id {lead.accept} and ${ASKED})`,
    column: 'ending_reason',
  },

  // T1
  child_details: {
    read: 'child_id {child family.read}',
    add: 'child_id {child family.edit}',
    change: 'child_id {child family.edit}',
    column: 'religion',
  },
  child_carers: {
    read: 'child_id {child family.read}',
    add: `child_id {child family.edit} and exists (select from child_carers o where o.carer_id = t.carer_id and o.child_id {child family.read})`,
    more: [{ child_id: childOf('Josephine'), carer_id: carerOf('Charlie') }],
    change: 'child_id {child family.edit}',
    column: 'relationship',
  },
  // Contact details that a shield hides are stored separately.
  child_contacts: {
    read: 'child_id = any({contact})',
    add: 'child_id {child family.edit} and child_id = any({contact})',
    more: [{ child_id: childOf('Chloe') }],
    change: 'child_id {child family.edit} and child_id = any({contact})',
    column: 'postcode',
  },
  carer_contacts: {
    read: 'carer_id = any({contact carers})',
    add: `exists (select from carers c where c.id = t.carer_id and c.recorded_by = {me})
      and not exists (select from child_carers l where l.carer_id = t.carer_id)`,
    more: [
      {
        carer_id:
          '(select c.id from carers c where not exists (select from child_carers l where l.carer_id = c.id) limit 1)',
      },
    ],
    change:
      'carer_id = any({contact carers}) and exists (select from child_carers l where l.carer_id = t.carer_id and l.child_id {child family.edit})',
    column: 'telephone',
  },
  carers: {
    read: 'exists (select from child_carers l where l.carer_id = t.id and l.child_id {child family.read})',
    add: 'recorded_by = {me} and {allows child.create}',
    own: { recorded_by: '{me}' },
    change: 'exists (select from child_carers l where l.carer_id = t.id and l.child_id {child family.edit})',
    column: 'name',
  },

  // T2
  episode_records: of('record.read', 'episode.begin', [['episode.progress'], 'reason']),
  checklists: whileOpen(of('record.read', 'checklist.complete', [['checklist.complete'], 'decision'])),
  consents: whileOpen({
    ...of('consent.read', 'consent.record'),
    add: 'recorded_by = {me} and episode_id {consent.record}',
    own: { recorded_by: '{me}' },
  }),
  consent_agencies: named('agency_id', GOVERNANCE, of('consent.read', 'consent.record')),
  consent_people: named('practitioner_id', `${MINE} or ${GOVERNANCE}`, of('consent.read', 'consent.record')),
  consent_withdrawals: named('agency_id', GOVERNANCE, {
    ...of('consent.read'),
    add: 'recorded_by = {me} and episode_id {consent.withdraw}',
    own: { recorded_by: '{me}' },
  }),
  consent_warnings: of('consent.read'),
  consent_reasks: {
    ...of('consent.read'),
    add: 'noted_by = {me} and episode_id {consent.record}',
    own: { noted_by: '{me}' },
  },
  withdrawal_sign_offs: {
    ...of('consent.read'),
    // Not by the person who recorded it, and only a withdrawal that this reader may see.
    add: `signed_by = {me} and episode_id {withdrawal.sign_off} and exists (select from consent_withdrawals w
      where w.id = t.withdrawal_id and w.safeguarding_concern and w.recorded_by <> {me}
        and (w.agency_id is null or ((w.agency_id <> all({sensitive agencies}) or w.episode_id {sensitive_service.read})
          and (w.episode_id <> all({hidden episodes}) or w.agency_id <> all({telling agencies})))))`,
    own: { signed_by: '{me}' },
    more: [{ withdrawal_id: "'00000000-0000-7000-8000-00000000a007'", episode_id: JO }],
  },
  assessments: whileOpen({
    ...of('record.read', 'assessment.edit'),
    change:
      'episode_id {assessment.complete} or (completed_at is null and episode_id {assessment.contribute})',
    column: 'version',
    further: [
      { set: { completed_at: '{now}', completed_by: '{me}' }, change: 'episode_id {assessment.complete}' },
      {
        set: { completed_at: 'null', completed_by: 'null' },
        change:
          'episode_id {assessment.complete} or (completed_at is null and episode_id {assessment.contribute})',
      },
    ],
  }),
  assessment_sections: whileOpen({
    read: `episode_id {record.read} and ${NOT_HIDDEN_SECTION}`,
    add: `episode_id {assessment.edit} and ${NOT_HIDDEN_SECTION}`,
    change: `episode_id {assessment.edit} and ${NOT_HIDDEN_SECTION}`,
    column: 'answers',
  }),
  assessment_elements: whileOpen({
    ...sensitiveToWrite(of('record.read', 'assessment.contribute', [['assessment.contribute'], 'needs'])),
    more: ["'sexual_health'", "''"].map((topic) => ({
      episode_id: JO,
      topic,
      written_by: personOf('Patience Adebright'),
    })),
  }),
  level_decisions: whileOpen({
    ...of('record.read'),
    add: `episode_id {level.decide} and ((level <> 4 and from_level is distinct from 4) or episode_id {level.set_statutory})`,
    more: [
      { episode_id: JO, level: '4' },
      { episode_id: episodeOf('Leah'), level: '4' },
      { episode_id: JO, from_level: '4' },
    ],
  }),
  // The front door sees a concern while it is open; the person who answered it keeps seeing it.
  safety_concerns: whileOpen({
    read: `(episode_id {safety_concern.read}
      or ((answered_at is null or answered_by = {me}) and episode_id {safety_concern.watch}))`,
    add: 'raised_by = {me} and answered_at is null and episode_id {checklist.complete}',
    own: { raised_by: '{me}' },
    more: [
      {
        action_taken: "'x'",
        action_at: '{now}',
        spoken_to: "'x'",
        answered_by: '{me}',
        answered_role: "'x'",
        answered_at: '{now}',
      },
    ],
    change: 'answered_at is null and episode_id {safety_concern.answer}',
    signed: {
      answered_by: '{me}',
      action_taken: "'x'",
      action_at: '{now}',
      spoken_to: "'x'",
      answered_role: "'x'",
      answered_at: '{now}',
    },
  }),
  step_ups: whileOpen(of('record.read', 'step_up.raise', [['step_up.decide'], 'outcome_reason'])),
  team_members: whileOpen(
    named('agency_id', MINE, {
      ...of('record.read', 'team.edit', [['team.edit'], 'leaving_reason']),
      add: `episode_id {team.edit} and ${WORKS_THERE}`,
    }),
  ),
  tac_meetings: whileOpen(of('record.read', 'meeting.convene', [['meeting.minute'], 'purpose'])),
  meeting_places: {
    read: 'episode_id {record.read} and episode_id <> all({hidden episodes})',
    add: 'episode_id {meeting.convene} and episode_id <> all({hidden episodes})',
    change: 'episode_id {meeting.convene} and episode_id <> all({hidden episodes})',
    column: 'place',
  },
  meeting_notes: note('meeting.minute'),
  review_notes: note('review.hold'),
  tac_attendances: named(
    'practitioner_id',
    MINE,
    of('record.read', 'meeting.minute', [['meeting.minute'], 'attendance']),
  ),
  lead_professional_proposals: whileOpen(
    named('agency_id', MINE, {
      read: '(episode_id {record.read} or (practitioner_id = {me} and episode_id {episode.read}))',
      add: `episode_id {lead.propose} and ${WORKS_THERE}`,
      more: [{ episode_id: JO, agency_id: OTHER_AGENCY }],
      change: 'episode_id {lead.propose} or (practitioner_id = {me} and episode_id {lead.accept})',
      column: 'answer_reason',
    }),
  ),
  lead_professional_deputies: whileOpen(
    named('agency_id', MINE, {
      ...of('record.read', 'lead.deputise', [['lead.deputise'], 'ended_at']),
      add: `episode_id {lead.deputise} and named_by = {me} and ${WORKS_THERE}`,
      own: { named_by: '{me}' },
    }),
  ),
  delivery_plans: whileOpen(of('record.read', 'plan.edit', [['plan.edit'], 'agreed_with'])),
  plan_outcomes: whileOpen(
    sensitive(of('record.read', 'plan.edit', [['plan.edit', 'review.hold', 'episode.close'], 'description'])),
  ),
  plan_actions: whileOpen(
    sensitive({
      read: 'episode_id {record.read}',
      // Only for an outcome that the writer sees, and an assignee who may know its topic.
      add: `episode_id {plan.edit} and ${SEEN_OUTCOME} and (doer_practitioner_id is null or topic = '' or doer_practitioner_id = {me}
      or exists (select from access.grants g where g.episode_id = t.episode_id and g.reach in ('lead', 'team') and g.topic = t.topic
        and g.subject_id = t.doer_practitioner_id and g.begins <= {now} and g.ends > {now}))`,
      more: [
        { episode_id: JO, outcome_id: outcomeOf('substance_misuse'), topic: "''" },
        {
          episode_id: JO,
          outcome_id: outcomeOf('sexual_health'),
          topic: "'sexual_health'",
          doer_practitioner_id: personOf('Naomi Silverlake'),
        },
      ],
      change: 'episode_id {plan.edit} or (doer_practitioner_id = {me} and episode_id {plan.act})',
      column: 'progress_note',
    }),
    {
      outcome_id: firstOutcomeOf('Harry'),
      topic: "''",
      doer_practitioner_id: 'null',
    },
  ),
  reviews: whileOpen(of('record.read', 'review.hold')),
  outcome_scores: {
    read: `episode_id {record.read} and ${KNOWN_SCORE}`,
    add: `(episode_id {plan.edit} or episode_id {review.hold} or episode_id {episode.close}) and ${KNOWN_SCORE} and ${SEEN_OUTCOME}`,
    more: [{ episode_id: JO, outcome_id: outcomeOf('substance_misuse'), topic: "''" }],
  },
  closures: {
    read: 'episode_id {record.read}',
    // A closure that takes two people is written by the approval; no role inserts it, or an undone closure, directly.
    add: 'episode_id {episode.close} and recorded_by = {me} and proposal_id is null and undone_at is null',
    own: { recorded_by: '{me}' },
    more: [
      { proposal_id: 'null', undone_by: 'null', undone_at: 'null', undone_because: 'null' },
      { proposal_id: '(select p.id from closure_proposals p where p.episode_id = t.episode_id limit 1)' },
    ],
    change: 'episode_id {closure.undo} and undone_at is null',
    signed: { undone_by: '{me}', undone_at: '{now}', undone_because: "'x'" },
  },
  closure_proposals: {
    read: 'episode_id {record.read}',
    add: `episode_id {episode.close} and episode_id = any({open}) and proposed_by = {me} and outcome is null
      and exists (select from access.closure_approvers_all(t.episode_id) a where a.practitioner_id = t.manager_id)`,
    own: { proposed_by: '{me}' },
    more: [
      UNANSWERED,
      { ...UNANSWERED, manager_id: personOf('Harriet Crossways') },
      { ...UNANSWERED, episode_id: episodeOf('Harry'), manager_id: personOf('Dilip Waymarker') },
    ],
    // The manager who was asked answers; the proposer withdraws.
    change: `outcome is null and ((manager_id = {me} and episode_id {closure.approve})
      or (proposed_by = {me} and episode_id {episode.close}))`,
    signed: {
      outcome_by: '{me}',
      outcome_at: '{now}',
      outcome: "case when manager_id = {me} then 'returned' else 'withdrawn' end",
      outcome_reason: "'x'",
    },
    further: [
      {
        set: { outcome: "'approved'", outcome_by: '{me}', outcome_at: '{now}' },
        change: 'outcome is null and manager_id = {me} and episode_id {closure.approve}',
      },
      {
        set: { outcome: "'withdrawn'", outcome_by: '{me}', outcome_at: '{now}' },
        change: 'outcome is null and proposed_by = {me} and episode_id {episode.close}',
      },
      // An outcome that only the database sets.
      { set: { outcome: "'lapsed'", outcome_by: '{me}', outcome_at: '{now}' }, change: NOBODY },
    ],
  },
  closure_proposal_outcomes: {
    read: `episode_id {record.read} and ${KNOWN_SCORE}`,
    add: `episode_id {episode.close} and recorded_by = {me} and ${SEEN_OUTCOME} and exists (select from closure_proposals p
      where p.id = t.proposal_id and p.proposed_by = {me} and p.outcome is null and p.episode_id {record.read})`,
    own: { recorded_by: '{me}' },
    more: [
      inProposal('b001', 'Josephine'),
      { ...inProposal('b001', 'Josephine'), recorded_by: personOf('Patience Adebright') },
      // Already answered; and by a person who may no longer close.
      inProposal('b003', 'Josephine'),
      inProposal('b009', 'Leah'),
    ],
  },
  chronology_notes: whileOpen(sensitiveToWrite(of('record.read', 'chronology.add'))),

  // Temporary access
  emergency_accesses: {
    read: `practitioner_id = {me} or reviewer_id = {me} or episode_id {access_log.read} or episode_id {emergency.second}`,
    add: `practitioner_id = {me} and (episode_id {emergency.ask}
      or ({allows emergency.ask_from_index} and episode_id = any({indexed episodes}) and not episode_id = any({cut})))`,
    own: { practitioner_id: '{me}', agency_id: '{agency}' },
    change: `practitioner_id = {me} or reviewer_id = {me} or episode_id {emergency.second} or episode_id {emergency.assign_review}`,
    column: 'review_note',
  },
  support_namings: {
    read: 'practitioner_id = {me} or supporter_id = {me}',
    add: `practitioner_id = {me} and {allows support.name} and team_id = {team}
      and exists (select from posts o where o.practitioner_id = t.supporter_id and o.team_id = t.team_id and o.role = 'business_support')`,
    own: { practitioner_id: '{me}' },
    more: [
      { team_id: '{team}', supporter_id: personOf('Graham Pendleberry') },
      { team_id: '{team}', practitioner_id: personOf('Sheila Marchbank') },
    ],
    change: 'practitioner_id = {me} or supporter_id = {me}',
    column: 'ended_at',
  },
  case_audits: {
    read: 'auditor_id = {me} or ({allows audit.commission} and authority_id = {authority})',
    add: `{allows audit.commission} and commissioned_by = {me} and authority_id = {authority}
      and exists (select from posts o where o.practitioner_id = t.auditor_id and o.agency_id = t.auditor_agency_id)`,
    own: { commissioned_by: '{me}' },
    more: [
      { authority_id: '(select id from authorities where id <> {authority} limit 1)' },
      { auditor_agency_id: OTHER_AGENCY },
    ],
    change: '{allows audit.commission} and authority_id = {authority}',
    column: 'ended_at',
  },
  case_audit_draws: of('episode.read'),
  shields: {
    read: 'id = any({shields})',
    add: 'recorded_by = {me} and child_id {child shield.request}',
    own: { recorded_by: '{me}' },
    change: 'id = any({shields}) and child_id {child shield.decide}',
    column: 'decision_reason',
  },
  shield_names: {
    read: 'shield_id = any({shields})',
    add: 'named_by = {me} and shield_id = any({named by me})',
    own: { named_by: '{me}' },
    change: 'shield_id = any({shields}) and shield_id = any({named by me})',
    column: 'ended_at',
  },
  shield_unsafe_carers: { read: 'shield_id = any({shields})', add: 'shield_id = any({named by me})' },

  // The practitioner's own rows
  messages: {
    read: 'recipient_id = {me} and id <> all({silenced messages})',
    add: EVERYBODY,
    change: 'recipient_id = {me}',
    column: 'read_at',
  },
  episode_visits: {
    read: 'practitioner_id = {me} and episode_id {episode.read}',
    add: 'practitioner_id = {me} and episode_id {episode.read}',
    own: { practitioner_id: '{me}' },
    change: 'practitioner_id = {me} and episode_id {episode.read}',
    column: 'visited_at',
  },
  idempotent_answers: {
    read: 'practitioner_id = {me} and key <> all({unrepeatable answers}) and (episode_id is null or episode_id {episode.read})',
    add: 'practitioner_id = {me} and (episode_id is null or episode_id {episode.read})',
    own: { practitioner_id: '{me}' },
  },
  'audit.entries': {
    read: `${named('agency_id', `${MINE} or ${GOVERNANCE}`, of('access_log.read')).read}
      or ({allows log.read} and episode_id is null and (child_id is null or child_id <> all({relatives and cut}))
        and agency_id in (select id from agencies where authority_id = {authority})
        and (agency_id <> all({sensitive agencies}) or practitioner_id = {me}))`,
    add: `practitioner_id = {me} and (act <> 'erase log content' or {allows log.erase})`,
    own: { practitioner_id: '{me}' },
    more: [{ act: "'erase log content'" }],
  },
  'audit.heads': { read: '{allows log.read}' },
  'audit.leaves': { read: '{allows log.read}' },
  // Refusals are read only by the watch rules.
  'audit.refusals': { read: NOBODY, add: MINE, own: { practitioner_id: '{me}' } },

  // Rights requests and retention
  rights_requests: {
    ...of('rights.manage'),
    // As received: the decision belongs to those who answer.
    add: `recorded_by = {me} and episode_id {rights.register} and exemptions = '{}'
      and identity_checked_on is null and decision is null and exemption_note is null and finished_at is null`,
    own: { recorded_by: '{me}' },
    more: [{ exemptions: "array['x']" }, { decision: "'granted'" }],
    change: 'episode_id {rights.manage} and finished_at is null',
    column: 'details',
  },
  rights_request_pauses: {
    ...of('rights.manage', 'rights.manage'),
    change: 'episode_id {rights.manage} and to_on is null',
    column: 'to_on',
  },
  rights_request_events: of('rights.manage'),
  corrections: {
    read: `(episode_id {record.read} or (subject_kind = 'child_details' and episode_id {family.read})) and ${SEEN_ITEM}`,
    more: [{ status: "'accepted'" }],
    add: `episode_id {correction.ask} and recorded_by = {me} and status = 'asked' and ${SEEN_ITEM}`,
    own: { recorded_by: '{me}' },
    change: `episode_id {correction.decide} and status = 'asked' and ${SEEN_ITEM}`,
    signed: { decided_by: '{me}', decided_at: '{now}', status: "'accepted'" },
  },
  retention_classes: { read: EVERYBODY },
  retention_holds: {
    ...of('retention.manage'),
    add: 'episode_id {retention.manage} and placed_by = {me} and lifted_at is null',
    own: { placed_by: '{me}' },
    change: 'episode_id {retention.manage} and lifted_at is null',
    signed: { lifted_by: '{me}', lifted_at: '{now}', lifted_because: "'x'" },
  },
  destruction_proposals: {
    ...of('retention.read'),
    // Due, without a hold, and without an open request.
    add: `episode_id {retention.manage} and proposed_by = {me} and declined_at is null
      and episode_id in (select r.episode_id from access.retention r where r.due_on <= platform.london_date({now}))
      and not exists (select from retention_holds h where h.episode_id = t.episode_id and h.lifted_at is null)`,
    own: { proposed_by: '{me}' },
    change: 'episode_id {destruction.answer} and declined_at is null and proposed_by <> {me}',
    blind: 'episode_id {destruction.answer} and declined_at is null',
    signed: { declined_by: '{me}', declined_at: '{now}', declined_because: "'x'" },
  },
  tombstones: { read: '{allows retention.queue} and authority_id = {authority}' },

  // Settings of the area, and disclosures
  golden_rules: { read: EVERYBODY },
  information_sharing_settings: {
    read: EVERYBODY,
    change: '{allows settings.change}',
    signed: { changed_by: '{me}' },
  },
  front_doors: {
    read: EVERYBODY,
    add: `{allows settings.change} and changed_by = {me} and authority_id = {authority}
      and (locality_id is null or exists (select from localities l where l.id = t.locality_id and l.authority_id = {authority}))`,
    own: { changed_by: '{me}' },
    more: [
      { authority_id: '{authority}', locality_id: "(select id from localities where name = 'Blaby')" },
      {
        authority_id: '{authority}',
        locality_id: "(select id from localities where name = 'Invented locality elsewhere')",
      },
    ],
    change: '{allows settings.change} and authority_id = {authority}',
    signed: { changed_by: '{me}' },
  },
  agency_lawful_bases: {
    read: EVERYBODY,
    add: '{allows settings.change} and changed_by = {me}',
    own: { changed_by: '{me}' },
    change: '{allows settings.change}',
    signed: { changed_by: '{me}' },
  },
  disclosures: {
    read: `episode_id {disclosure.read} and ${KNOWN_DISCLOSURE}`,
    add: `episode_id {disclosure.record} and recorded_by = {me} and (to_practitioner_id is null or exists (
      select from posts o where o.practitioner_id = t.to_practitioner_id and o.agency_id = t.to_agency_id))`,
    own: { recorded_by: '{me}' },
  },

  // Access concerns, the index and questions to the coordinator
  watch_rules: {
    read: EVERYBODY,
    change: '{allows watch.set}',
    column: 'threshold',
  },
  guardians: {
    read: EVERYBODY,
    add: `{allows guardian.name} and named_by = {me} and agency_id = {agency} and ${WORKS_THERE}`,
    own: { named_by: '{me}' },
    more: [{ agency_id: '{agency}' }],
    change: '{allows guardian.name} and agency_id = {agency}',
    column: 'ended_at',
  },
  access_concerns: { read: 'id = any({concerns to review})' },
  access_concern_decisions: {
    read: 'concern_id = any({concerns to review})',
    add: 'decided_by = {me} and concern_id = any({concerns to review})',
    own: { decided_by: '{me}' },
  },
  index_limits: { read: '{allows child.search}' },
  index_searches: { read: NOBODY },
  index_questions: {
    read: `asked_by = {me} or id in (select m.question_id from index_question_matches m where ${HELD})`,
  },
  index_question_matches: {
    read: HELD,
    change: `${HELD} and answer is null`,
    signed: { answered_by: '{me}', answer: "'no'", answered_at: '{now}' },
  },
  access_questions: {
    read: 'id = any({questions to answer})',
    change: 'id = any({questions to answer}) and answered_at is null',
    signed: { answered_by: '{me}', answer: "'x'", answered_at: '{now}' },
  },
};
