import type { SchoolDraft } from '#libs/casework/children';
import type { FormReader } from '#libs/page-kit';
import {
  checkLocalReference,
  IMMIGRATION_STATUSES,
  keysOf,
  SCHOOL_ATTENDANCES,
  YEAR_GROUPS,
} from '#libs/terms';
import { checkedLine } from '../shared/checked-line.js';
import { dateParts } from './birth-form.js';

export const readSchool = (form: FormReader): SchoolDraft => ({
  setting: form.text('setting', { label: 'the name of the school or setting' }),
  attendance: form.choice('attendance', keysOf(SCHOOL_ATTENDANCES), { label: 'how the child attends' }),
  yearGroup: form.optionalChoice('yearGroup', keysOf(YEAR_GROUPS), { label: 'the year group' }),
  fromOn: form.optionalDate('fromOn', { label: 'the first day' }),
  untilOn: form.optionalDate('untilOn', { label: 'the last day' }),
});

/** The form's values for a recorded school. */
export const schoolValues = (school: SchoolDraft): Record<string, unknown> => ({
  setting: school.setting,
  attendance: school.attendance,
  yearGroup: school.yearGroup,
  ...dateParts('fromOn', school.fromOn),
  ...dateParts('untilOn', school.untilOn),
});

export function readReference(form: FormReader): { system: string; number: string } {
  const system = form.text('system', { label: 'the name of the other system', max: 100 });
  const number = checkedLine(form, 'number', 'the number', checkLocalReference, 40);
  if (number === null && !form.errors.some(({ field }) => field === 'number'))
    form.reject('number', 'Enter the number in the other system');
  return { system, number: number ?? '' };
}

export const readImmigrationStatus = (form: FormReader): { status: string; note: string | null } => ({
  status: form.choice('status', keysOf(IMMIGRATION_STATUSES), { label: 'the immigration status' }),
  note: form.optionalLongText('note', { label: 'the note', max: 2000 }),
});
