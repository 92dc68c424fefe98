import { carerOf, childOf, sensitive } from './clauses.js';
import type { TablePermissions } from './types.js';

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
  carer_changes: {
    read: `(scope = 'details' and exists (select from child_carers l where l.carer_id = t.carer_id and l.child_id {child family.read}))
      or (scope = 'contact' and carer_id = any({contact carers}))`,
  },
  plan_changes: sensitive({ read: 'episode_id {record.read}' }),
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
};
