import { carerOf, childOf, NO_ONE } from './clauses.js';
import type { TablePermissions } from './types.js';

/** Family details (T1), and contact details. */
export const FAMILIES: Readonly<Record<string, TablePermissions>> = {
  child_details: {
    read: 'child_id {child family.read}',
    add: 'child_id {child family.edit}',
    change: 'child_id {child family.edit}',
    column: 'religion',
  },
  // A sealed name is for those who answer for the record alone, and stays sealed.
  child_names: {
    read: '(sealed_at is null and child_id {child episode.read}) or child_id {child sealed_name.read}',
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
