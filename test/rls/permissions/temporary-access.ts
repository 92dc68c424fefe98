import { byPermission, OTHER_AGENCY, personOf } from './clauses.js';
import type { TablePermissions } from './types.js';

/** Temporary access. */
export const TEMPORARY_ACCESS: Readonly<Record<string, TablePermissions>> = {
  emergency_accesses: {
    read: `practitioner_id = {me} or reviewer_id = {me} or episode_id {access_log.read} or episode_id {emergency.second}`,
    add: `practitioner_id = {me} and (episode_id {emergency.ask}
      or ({allows emergency.ask_from_index} and episode_id = any({indexed episodes}) and not episode_id = any({excluded})))`,
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
  case_audit_draws: byPermission('episode.read'),
  shields: {
    read: 'id = any({shields})',
    add: 'recorded_by = {me} and child_id {child shield.request}',
    own: { recorded_by: '{me}' },
    change: 'id = any({shields}) and child_id {child shield.decide}',
    column: 'decision_reason',
  },
  shield_names: {
    read: 'shield_id = any({shields})',
    add: 'named_by = {me} and shield_id = any({shields to name on})',
    own: { named_by: '{me}' },
    change: 'shield_id = any({shields}) and shield_id = any({shields to name on})',
    column: 'ended_at',
  },
  shield_unsafe_carers: { read: 'shield_id = any({shields})', add: 'shield_id = any({shields to name on})' },
};
