import type { ChildMatch } from '#libs/casework/children';
import { age, FormReader } from '#libs/page-kit';
import { labelOf, SEXES, type Sex, fullName } from '#libs/terms';

export interface ChildSearchInput {
  readonly name?: string;
  readonly born?: string;
  readonly postcode?: string;
  readonly reason?: string;
}

/** The search as typed. Validation errors stay in the reader. */
export function readSearch(form: FormReader): ChildSearchInput {
  const name = form.optionalText('name', { label: 'the name' });
  const born = form.optionalDate('dateOfBirth', { label: 'the date of birth or expected date' });
  const postcode = form.optionalText('postcode', { label: 'the postcode', max: 10 });
  const reason = form.optionalText('reason', { label: 'the reason', max: 500 });
  return {
    ...(name ? { name } : {}),
    ...(born ? { born } : {}),
    ...(postcode ? { postcode } : {}),
    ...(reason ? { reason } : {}),
  };
}

/** A search result: the child, how closely they match, and the one action that is possible. */
export function toMatchRow(child: ChildMatch, sought: ChildSearchInput, today: string) {
  return {
    id: child.id,
    name: fullName(child),
    sex: labelOf(SEXES, child.sex as Sex),
    dateOfBirth: child.dateOfBirth,
    expectedDate: child.expectedDate,
    age: age(child.dateOfBirth, today),
    matchedName: child.matchedName,
    likeness: describeLikeness(child, sought),
    withinReach: child.withinReach,
    episode: child.episodeId ? { id: child.episodeId, open: child.episodeOpen } : null,
    lead: child.episodeOpen ? child.lead : null,
  };
}

/** Describes a match for a practitioner, for example "Same name, same date of birth". */
export function describeLikeness(child: ChildMatch, { name, born, postcode }: ChildSearchInput): string {
  const sameDay = born !== undefined && (child.dateOfBirth === born || child.expectedDate === born);
  const swapped = !sameDay && born !== undefined && child.dateOfBirth === withDayAndMonthSwapped(born);
  const words = [
    ...(name ? [describeNameMatch(child.likeness - (sameDay ? 1 : swapped ? 0.8 : 0))] : []),
    ...(born ? [sameDay ? 'same date' : swapped ? 'day and month changed over' : 'different date'] : []),
    ...(!name && !sameDay && postcode ? ['same postcode'] : []),
  ];
  const text = words.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const withDayAndMonthSwapped = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$1-$3-$2');

function describeNameMatch(likeness: number): string {
  if (likeness >= 0.95) return 'same name';
  if (likeness >= 0.75) return 'very similar name';
  return likeness >= 0.45 ? 'similar name' : 'different name';
}

const CARRIED = ['name', 'dateOfBirth-day', 'dateOfBirth-month', 'dateOfBirth-year', 'postcode', 'reason'];

/** The typed values, to fill the next form: a new record, or a question. */
export function carried(typed: Readonly<Record<string, unknown>>): { name: string; value: string }[] {
  return CARRIED.flatMap((name) =>
    typeof typed[name] === 'string' && typed[name] ? [{ name, value: typed[name] }] : [],
  );
}
