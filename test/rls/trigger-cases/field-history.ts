import type { TriggerCase } from './case.js';

/** An update of one field leaves a row of history for each row that it changed; `first` makes sure that it changes each. */
const records = (
  table: string,
  [field, value]: [field: string, value: string],
  history: 'child_changes' | 'plan_changes',
  first = '',
): TriggerCase => ({
  trigger: `${table}.record_field_changes`,
  change: `${first}delete from ${history}; update ${table} set ${field} = ${value}`,
  done: `select count(*) = (select count(*) from ${table}) and bool_and(h.after = to_jsonb(${value})) from ${history} h where h.field = '${field}'`,
});

export const FIELD_HISTORY: readonly TriggerCase[] = [
  records('children', ['sex', `'U'::text`], 'child_changes', `update children set sex = 'F'; `),
  records('child_details', ['religion', `'invented'::text`], 'child_changes'),
  records('child_contacts', ['gp', `'Invented practice'::text`], 'child_changes'),
  records('child_schools', ['setting', `'Invented setting'::text`], 'child_changes'),
  records('child_references', ['ended_at', `timestamptz '2020-01-01'`], 'child_changes'),
  records('plan_outcomes', ['description', `'Invented'::text`], 'plan_changes'),
  records('plan_actions', ['description', `'Invented'::text`], 'plan_changes'),
];
