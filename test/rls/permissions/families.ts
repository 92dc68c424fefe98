import { carerOf, childOf, NO_ONE, sensitive } from './clauses.js';
import type { TablePermissions } from './types.js';

const READS_CARER = (column: string): string =>
  `exists (select from child_carers l where l.carer_id = ${column} and l.child_id {child family.read})`;
const EDITS_CARER = (column: string): string =>
  `exists (select from child_carers l where l.carer_id = ${column} and l.child_id {child family.edit})`;
/** A home is known to those who know of a person who lives or lived there, unless a hidden child lives there now. */
const KNOWS_HOME = (household: string): string =>
  `(${household} <> all({hidden households}) and (
    exists (select from child_stays s where s.household_id = ${household} and s.child_id = any({contact}))
    or exists (select from carer_stays s where s.household_id = ${household} and s.carer_id = any({contact carers}))))`;
/** The person who recorded a home says who lives there. */
const JUST_RECORDED_HOME = (household: string): string =>
  `(exists (select from households h where h.id = ${household} and h.recorded_by = {me})
    and not exists (select from child_stays s where s.household_id = ${household})
    and not exists (select from carer_stays s where s.household_id = ${household}))`;
/** The person who has just recorded a child says who else the child is not. */
const JUST_RECORDED = (child: string): string =>
  `exists (select from children k where k.id = ${child} and k.recorded_by = {me}
    and not exists (select from episode_children f where f.child_id = k.id))`;
/** Within reach or in the index, and neither a relative nor excluded. */
const TOLD_OF = (child: string): string =>
  `({allows child.search} and (${child} {child episode.read} or ${child} = any({indexed}))
    and not exists (select from declared_relatives d where d.child_id = ${child} and d.practitioner_id = {me})
    and not exists (select from episode_children f where f.child_id = ${child} and f.episode_id = any({excluded})))`;
const SEALED_ELSEWHERE = "'00000000-0000-7000-8000-00000000e021'";
const EMPTY_HOME = "'00000000-0000-7000-8000-00000000b097'";
/** Recorded by a practitioner who works with a hidden child and may not know where the child lives. */
const EMPTY_HOSTEL = "'00000000-0000-7000-8000-00000000b095'";

/** Family details (T1), and contact details. */
export const FAMILIES: Readonly<Record<string, TablePermissions>> = {
  child_details: {
    read: 'child_id {child family.read}',
    add: 'child_id {child family.edit}',
    change: 'child_id {child family.edit}',
    column: 'religion',
  },
  // Immigration is a topic of T3: it is read by those who have the topic, and by the person who wrote it.
  child_immigration_statuses: {
    read: `child_id {child family.read} and (recorded_by = {me} or exists (select from episode_children f
      where f.child_id = t.child_id and f.episode_id || ' immigration' = any({topics})))`,
    add: 'child_id {child family.edit} and recorded_by = {me}',
    own: { recorded_by: '{me}' },
    more: [{ child_id: childOf('Josephine') }],
  },
  // A school, and a number that may be a school's, tell where the child is, as an address does.
  child_schools: {
    read: 'child_id = any({contact})',
    add: 'child_id {child family.edit} and child_id = any({contact}) and recorded_by = {me}',
    own: { recorded_by: '{me}' },
    more: [{ child_id: childOf('Chloe') }],
    change: 'child_id {child family.edit} and child_id = any({contact})',
    column: 'setting',
  },
  child_references: {
    read: 'child_id = any({contact})',
    add: 'child_id {child family.edit} and child_id = any({contact}) and recorded_by = {me}',
    own: { recorded_by: '{me}' },
    more: [{ child_id: childOf('Chloe'), system: "'Another system'" }],
    change: 'child_id {child family.edit} and child_id = any({contact})',
    column: 'ended_at',
  },
  // A change is read by those who may read the field now, and written by the database alone.
  child_changes: {
    read: `(scope = 'identity' and child_id {child episode.read}) or (scope = 'details' and child_id {child family.read})
      or (scope = 'contact' and child_id = any({contact}))`,
  },
  plan_changes: sensitive({ read: 'episode_id {record.read}' }),
  // A sealed name is for those who answer for the record alone, and stays sealed.
  child_names: {
    // Nor is a name found in one record of a child that another record of the same child has sealed.
    read: `(sealed_at is null and child_id {child episode.read} and id <> ${SEALED_ELSEWHERE}) or child_id {child sealed_name.read}`,
    add: 'child_id {child family.edit} and recorded_by = {me} and (sealed_by is null or sealed_by = {me})',
    own: { recorded_by: '{me}', sealed_by: 'case when t.sealed_by is null then null else {me} end' },
    change: 'sealed_at is null and child_id {child family.edit}',
    column: 'valid_until',
    // No one is named as the person who sealed a name but themselves.
    further: [
      {
        set: { sealed_by: '{me}', sealed_at: '{now}', seal_reason: "'safety'" },
        change: 'sealed_at is null and child_id {child family.edit}',
      },
      {
        set: {
          sealed_by: '(select p.id from practitioners p where p.id <> {me} order by p.id limit 1)',
          sealed_at: '{now}',
          seal_reason: "'safety'",
        },
        change: NO_ONE,
      },
    ],
  },
  // What two records are to each other is told to readers of both.
  child_distinctions: {
    read: 'child_id {child episode.read} and other_child_id {child episode.read}',
    add: `decided_by = {me} and (((child_id {child child.merge} or other_child_id {child child.merge})
        and ${TOLD_OF('t.child_id')} and ${TOLD_OF('t.other_child_id')})
      or (${JUST_RECORDED('t.child_id')} and ${TOLD_OF('t.other_child_id')})
      or (${JUST_RECORDED('t.other_child_id')} and ${TOLD_OF('t.child_id')}))`,
    own: { decided_by: '{me}' },
    more: [
      { child_id: "'00000000-0000-7000-8000-00000000a021'" },
      { other_child_id: "'00000000-0000-7000-8000-00000000a022'" },
      // A child of whom the recorder may not be told is not named as another.
      { child_id: "'00000000-0000-7000-8000-00000000a021'", other_child_id: childOf('Baby') },
    ],
  },
  child_merges: {
    read: `kept_child_id {child episode.read} and other_child_id {child episode.read}
      and (decision = 'approved' or (kept_child_id {child child_merge.decide} and other_child_id {child child_merge.decide}))`,
    add: 'kept_child_id {child child.merge} and other_child_id {child child.merge} and proposed_by = {me}',
    own: { proposed_by: '{me}' },
    change: 'kept_child_id {child child_merge.decide} and other_child_id {child child_merge.decide}',
    column: 'decision_reason',
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
  child_carer_changes: { read: 'child_id {child family.read}' },
  carer_changes: { read: READS_CARER('t.carer_id') },
  // What two people are to each other is told to those who may read both.
  child_ties: {
    read: 'child_id {child family.read} and other_child_id {child family.read}',
    add: `child_id {child family.read} and other_child_id {child family.read}
      and (child_id {child family.edit} or other_child_id {child family.edit}) and recorded_by = {me}`,
    own: { recorded_by: '{me}' },
    more: [
      { child_id: childOf('Adrian'), other_child_id: childOf('Josephine') },
      { child_id: childOf('Josephine'), other_child_id: childOf('Adrian') },
    ],
    change: `child_id {child family.read} and other_child_id {child family.read}
      and (child_id {child family.edit} or other_child_id {child family.edit})`,
    column: 'kind',
  },
  carer_ties: {
    read: `${READS_CARER('t.carer_id')} and ${READS_CARER('t.other_carer_id')}`,
    add: `${READS_CARER('t.carer_id')} and ${READS_CARER('t.other_carer_id')}
      and (${EDITS_CARER('t.carer_id')} or ${EDITS_CARER('t.other_carer_id')}) and recorded_by = {me}`,
    own: { recorded_by: '{me}' },
    change: `${READS_CARER('t.carer_id')} and ${READS_CARER('t.other_carer_id')}
      and (${EDITS_CARER('t.carer_id')} or ${EDITS_CARER('t.other_carer_id')})`,
    column: 'kind',
  },
  carer_childhoods: {
    read: `${READS_CARER('t.carer_id')} and child_id {child family.read}`,
    add: `${EDITS_CARER('t.carer_id')} and child_id {child family.read} and recorded_by = {me}`,
    own: { recorded_by: '{me}' },
  },
  // Who lives where reveals an address.
  households: {
    read: KNOWS_HOME('t.id'),
    add: 'recorded_by = {me} and {allows child.create}',
    own: { recorded_by: '{me}' },
    change: `t.id <> all({hidden households}) and (
      exists (select from child_stays s where s.household_id = t.id and s.ended_at is null
        and s.child_id = any({contact}) and s.child_id {child family.edit})
      or exists (select from carer_stays s where s.household_id = t.id and s.ended_at is null
        and s.carer_id = any({contact carers}) and ${EDITS_CARER('s.carer_id')}))`,
    column: 'address',
  },
  child_stays: {
    read: 'child_id = any({contact}) and household_id <> all({hidden households})',
    add: `child_id {child family.edit} and child_id = any({contact}) and recorded_by = {me}
      and (${KNOWS_HOME('t.household_id')} or ${JUST_RECORDED_HOME('t.household_id')})`,
    own: { recorded_by: '{me}' },
    more: [{ household_id: EMPTY_HOME }, { household_id: EMPTY_HOSTEL, child_id: childOf('Chloe') }],
    change:
      'child_id {child family.edit} and child_id = any({contact}) and household_id <> all({hidden households})',
    column: 'ended_on',
  },
  carer_stays: {
    read: 'carer_id = any({contact carers}) and household_id <> all({hidden households})',
    add: `carer_id = any({contact carers}) and ${EDITS_CARER('t.carer_id')} and recorded_by = {me}
      and (${KNOWS_HOME('t.household_id')} or ${JUST_RECORDED_HOME('t.household_id')})`,
    own: { recorded_by: '{me}' },
    more: [{ household_id: EMPTY_HOME }, { household_id: EMPTY_HOSTEL, carer_id: carerOf('Chloe') }],
    change: `carer_id = any({contact carers}) and household_id <> all({hidden households}) and ${EDITS_CARER('t.carer_id')}`,
    column: 'ended_on',
  },
};
