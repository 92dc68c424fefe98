/**
 * Who may read, add and change the rows of each table, said as the rule book says it and apart from the policies that
 * keep it. `{record.read}` are the episodes on which somebody holds that permission, `{child family.read}` the children,
 * `{me}`, `{agency}` and `{authority}` who they are, `{allows people.manage}` whether their role may, `{topics}` the
 * sensitive topics within their reach. Nobody does what is not written here.
 */
export interface Who {
  readonly read: string;
  readonly add?: string;
  /** What somebody writes of themselves into a row that they add. */
  readonly own?: Readonly<Record<string, string>>;
  readonly change?: string;
  readonly column?: string;
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
const EVERYBODY = 'true';

export const WHO: Readonly<Record<string, Who>> = {
  // The directory is for anyone who is signed in.
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
    change: '{allows people.manage} and agency_id = {agency}',
    column: 'team_id',
  },
  agencies: {
    read: EVERYBODY,
    add: '{allows agencies.manage}',
    change: '{allows agencies.manage}',
    column: 'name',
  },
  teams: {
    read: EVERYBODY,
    add: '{allows people.manage} and agency_id = {agency}',
    change: '{allows people.manage} and agency_id = {agency}',
    column: 'name',
  },
  directory_services: {
    read: EVERYBODY,
    add: '{allows directory.edit}',
    change: '{allows directory.edit}',
    column: 'name',
  },
  panels: {
    read: EVERYBODY,
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
  panel_items: {
    ...of('episode.read', 'panel.refer', [['panel.refer', 'panel.decide'], 'decision']),
    own: { put_by: '{me}' },
  },

  // T0
  episodes: {
    read: 'id {episode.read}',
    add: 'opened_by = {me} and opening_agency_id = {agency} and {allows episode.open}',
    own: { opened_by: '{me}', opening_agency_id: '{agency}' },
  },
  episode_children: {
    read: 'episode_id {episode.read}',
    add: 'episode_id {family.edit} and (child_id {child episode.read} or child_id = any({indexed}))',
  },
  children: {
    read: 'id {child episode.read}',
    add: 'recorded_by = {me} and {allows child.create}',
    own: { recorded_by: '{me}' },
    change: 'id {child family.edit}',
    column: 'given_names',
  },
  authorships: {
    read: 'episode_id {record.read}',
    add: `episode_id {authorship.end} and exists (select from posts o where o.practitioner_id = t.practitioner_id and o.agency_id = t.agency_id)`,
    change: 'episode_id {authorship.end}',
    column: 'ended_at',
  },
  declared_relatives: {
    read: 'practitioner_id = {me}',
    add: 'practitioner_id = {me}',
    own: { practitioner_id: '{me}' },
  },
  lead_professional_appointments: {
    read: 'episode_id {episode.read}',
    add: `practitioner_id = {me} and episode_id {lead.accept} and exists (select from lead_professional_proposals p
      where p.episode_id = t.episode_id and p.practitioner_id = {me} and p.agency_id = t.agency_id and p.answer is null)`,
    own: { practitioner_id: '{me}', agency_id: '{agency}' },
    change: `episode_id {lead.end} or (episode_id {lead.accept} and exists (select from lead_professional_proposals p
      where p.episode_id = t.episode_id and p.practitioner_id = {me} and p.answer is null))`,
    column: 'ending_reason',
  },

  // T1
  child_details: {
    read: 'child_id {child family.read}',
    add: 'child_id {child family.edit}',
    change: 'child_id {child family.edit}',
    column: 'gp',
  },
  child_carers: {
    read: 'child_id {child family.read}',
    add: `child_id {child family.edit} and exists (select from child_carers o where o.carer_id = t.carer_id and o.child_id {child family.read})`,
    change: 'child_id {child family.edit}',
    column: 'relationship',
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
  checklists: of('record.read', 'checklist.complete', [['checklist.complete'], 'decision']),
  consents: of('consent.read', 'consent.record'),
  consent_agencies: of('consent.read', 'consent.record'),
  consent_people: of('consent.read', 'consent.record'),
  consent_withdrawals: of('consent.read', 'consent.withdraw'),
  assessments: {
    ...of('record.read', 'assessment.edit'),
    change:
      'episode_id {assessment.complete} or (completed_at is null and episode_id {assessment.contribute})',
    column: 'version',
  },
  assessment_sections: of('record.read', 'assessment.edit', [['assessment.edit'], 'answers']),
  assessment_elements: sensitive(
    of('record.read', 'assessment.contribute', [['assessment.contribute'], 'needs']),
  ),
  level_decisions: {
    ...of('record.read'),
    add: `episode_id {level.decide} and ((level <> 4 and from_level is distinct from 4) or episode_id {level.set_statutory})`,
  },
  step_ups: of('record.read', 'step_up.raise', [['step_up.decide'], 'outcome_reason']),
  team_members: {
    ...of('record.read', 'team.edit', [['team.edit'], 'leaving_reason']),
    add: `episode_id {team.edit} and exists (select from posts o where o.practitioner_id = t.practitioner_id and o.agency_id = t.agency_id)`,
  },
  tac_meetings: of('record.read', 'meeting.convene', [['meeting.minute'], 'place']),
  tac_attendances: of('record.read', 'meeting.minute', [['meeting.minute'], 'attendance']),
  lead_professional_proposals: {
    read: 'episode_id {record.read} or (practitioner_id = {me} and episode_id {episode.read})',
    add: `episode_id {lead.propose} and exists (select from posts o where o.practitioner_id = t.practitioner_id and o.agency_id = t.agency_id)`,
    change: 'episode_id {lead.propose} or (practitioner_id = {me} and episode_id {lead.accept})',
    column: 'answer_reason',
  },
  lead_professional_deputies: {
    ...of('record.read', 'lead.deputise', [['lead.deputise'], 'ended_at']),
    add: `episode_id {lead.deputise} and named_by = {me}
      and exists (select from posts o where o.practitioner_id = t.practitioner_id and o.agency_id = t.agency_id)`,
    own: { named_by: '{me}' },
  },
  delivery_plans: of('record.read', 'plan.edit', [['plan.edit'], 'agreed_with']),
  plan_outcomes: of('record.read', 'plan.edit', [
    ['plan.edit', 'review.hold', 'episode.close'],
    'description',
  ]),
  plan_actions: {
    ...of('record.read', 'plan.edit'),
    change: 'episode_id {plan.edit} or (doer_practitioner_id = {me} and episode_id {plan.act})',
    column: 'progress_note',
  },
  reviews: of('record.read', 'review.hold'),
  outcome_scores: {
    ...of('record.read'),
    add: 'episode_id {plan.edit} or episode_id {review.hold} or episode_id {episode.close}',
  },
  closures: of('record.read', 'episode.close'),
  chronology_notes: sensitive(of('record.read', 'chronology.add')),

  // What opens for a time
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
    change: 'practitioner_id = {me} or supporter_id = {me}',
    column: 'ended_at',
  },
  case_audits: {
    read: 'auditor_id = {me} or ({allows audit.commission} and authority_id = {authority})',
    add: `{allows audit.commission} and commissioned_by = {me} and authority_id = {authority}
      and exists (select from posts o where o.practitioner_id = t.auditor_id and o.agency_id = t.auditor_agency_id)`,
    own: { commissioned_by: '{me}' },
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

  // A practitioner's own
  messages: { read: 'recipient_id = {me}', add: EVERYBODY, change: 'recipient_id = {me}', column: 'read_at' },
  episode_visits: {
    read: 'practitioner_id = {me} and episode_id {episode.read}',
    add: 'practitioner_id = {me} and episode_id {episode.read}',
    own: { practitioner_id: '{me}' },
    change: 'practitioner_id = {me} and episode_id {episode.read}',
    column: 'visited_at',
  },
  idempotent_answers: {
    read: 'practitioner_id = {me} and (episode_id is null or episode_id {episode.read})',
    add: 'practitioner_id = {me} and (episode_id is null or episode_id {episode.read})',
    own: { practitioner_id: '{me}' },
  },
  'audit.entries': {
    read: 'episode_id {access_log.read}',
    add: 'practitioner_id = {me}',
    own: { practitioner_id: '{me}' },
  },
};
