import {
  IS_ASKED_TO_LEAD,
  EPISODE_I_AM_ASKED_TO_LEAD,
  childOf,
  BEING_OPENED,
  JOSEPHINES_EPISODE,
  KNOWN_MEMBER,
  MINE,
  hidingUnnamedAgencies,
  OTHER_AGENCY,
  personOf,
  EPISODE_BEING_OPENED,
  EPISODE_WITHOUT_AUTHOR,
  WORKS_THERE,
} from './clauses.js';
import type { TablePermissions } from './types.js';

export const EPISODES: Readonly<Record<string, TablePermissions>> = {
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
    // A child who joined later or left is known to fewer.
    read: `episode_id {episode.read} and ${KNOWN_MEMBER}`,
    // By the opener, until there is a record; then by a row of episode_child_changes.
    add: `episode_id {family.edit} and ended_at is null and ${BEING_OPENED} and (child_id {child episode.read} or child_id = any({indexed}))`,
    more: [
      { episode_id: JOSEPHINES_EPISODE, child_id: childOf('Amber') },
      { episode_id: EPISODE_WITHOUT_AUTHOR, child_id: childOf('Amber'), ended_at: 'null' },
      { episode_id: EPISODE_WITHOUT_AUTHOR, child_id: childOf('Found'), ended_at: 'null' },
      { episode_id: EPISODE_BEING_OPENED, child_id: childOf('Found'), ended_at: 'null' },
      { episode_id: EPISODE_BEING_OPENED, child_id: childOf('Found'), ended_at: '{now}' },
      { episode_id: EPISODE_BEING_OPENED, child_id: childOf('Amber'), ended_at: 'null' },
    ],
  },
  // Which child joins, and how, is asked by a trigger (changes-of-families.ts).
  episode_child_changes: {
    read: `episode_id {record.read} and ${KNOWN_MEMBER}`,
    add: "recorded_by = {me} and reason <> 'twin' and episode_id {membership.change}",
    own: { recorded_by: '{me}' },
    more: [
      { kind: "'added'", reason: "'moved_in'", child_id: childOf('Found') },
      { kind: "'added'", reason: "'twin'", child_id: childOf('Found') },
    ],
  },
  // A twin; that the other was born and this one is new is asked by a trigger (changes-of-families.ts).
  births: {
    read: 'child_id {child episode.read}',
    add: 'recorded_by = {me} and child_id <> pregnancy_id and pregnancy_id {child family.edit}',
    own: { recorded_by: '{me}' },
    more: [
      { child_id: childOf('Found'), pregnancy_id: childOf('Baby') },
      { child_id: childOf('Found'), pregnancy_id: childOf('Baby'), recorded_by: personOf('Maureen Oakleaf') },
      { child_id: childOf('Found'), pregnancy_id: childOf('Amber') },
    ],
  },
  child_deaths: {
    read: 'child_id {child episode.read}',
    add: 'recorded_by = {me} and child_id {child death.record}',
    own: { recorded_by: '{me}' },
    change: 'undone_at is null and recorded_by = {me} and child_id {child episode.read}',
    column: 'undone_by',
    signed: { undone_by: '{me}', undone_at: '{now}', undone_because: "'Invented'" },
  },
  children: {
    read: 'id {child episode.read}',
    add: 'recorded_by = {me} and {allows child.create}',
    own: { recorded_by: '{me}' },
    change: 'id {child family.edit}',
    column: 'given_names',
  },
  authorships: hidingUnnamedAgencies('agency_id', MINE, {
    read: 'episode_id {record.read}',
    add: `(episode_id {authorship.end} and ${WORKS_THERE}) or (practitioner_id = {me} and agency_id = {agency}
      and episode_id in (select e.id from episodes e where e.opened_by = {me} and not exists (select from authorships a where a.episode_id = e.id)))`,
    more: [
      { episode_id: EPISODE_WITHOUT_AUTHOR, agency_id: '{agency}' },
      { episode_id: EPISODE_WITHOUT_AUTHOR, practitioner_id: '{me}', agency_id: '{agency}' },
      { episode_id: EPISODE_WITHOUT_AUTHOR },
      {
        episode_id: EPISODE_WITHOUT_AUTHOR,
        practitioner_id: '{me}',
        agency_id: OTHER_AGENCY,
      },
      { practitioner_id: '{me}', agency_id: '{agency}' },
      { episode_id: JOSEPHINES_EPISODE, agency_id: OTHER_AGENCY },
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
      (agency_id <> all({sensitive agencies}) or episode_id {sensitive_service.read} or ${IS_ASKED_TO_LEAD})
      and (episode_id <> all({hidden episodes}) or agency_id <> all({revealing agencies}))))`,
    add: `practitioner_id = {me} and episode_id {lead.accept} and exists (select from lead_professional_proposals p
      where p.episode_id = t.episode_id and p.practitioner_id = {me} and p.agency_id = t.agency_id and p.answer is null)`,
    own: { practitioner_id: '{me}', agency_id: '{agency}' },
    more: [
      { agency_id: OTHER_AGENCY },
      { episode_id: EPISODE_I_AM_ASKED_TO_LEAD },
      { episode_id: EPISODE_I_AM_ASKED_TO_LEAD, practitioner_id: personOf('Graham Pendleberry') },
    ],
    change: `episode_id {lead.end} or (episode_id {lead.accept} and ${IS_ASKED_TO_LEAD})`,
    column: 'ending_reason',
  },
};
