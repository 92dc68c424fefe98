import { type ChildMatch, type ChildSearch, validateSearch } from '#libs/casework/children';
import { ageOf, born, type FormReader } from '#libs/page-kit';
import { mayBeBornOn } from '#libs/platform';
import { fullName, keysOf, labelOf, SEARCH_REASONS, type SearchReason, SEXES, type Sex } from '#libs/terms';

/** A search as typed, in the fields of its form. */
export type TypedSearch = Readonly<Record<string, string>>;

const FIELDS = ['name', 'dateOfBirth-day', 'dateOfBirth-month', 'dateOfBirth-year', 'postcode'];
const REASON_FIELDS = ['reason', 'reasonInWords'];

/** The search as typed. Validation errors stay in the reader. */
export function readSearch(form: FormReader): ChildSearch {
  const name = form.optionalText('name', { label: 'the name' });
  const born = form.optionalDate('dateOfBirth', { label: 'the date of birth or expected date' });
  const postcode = form.optionalText('postcode', { label: 'the postcode', max: 10 });
  const chosen = form.optionalChoice('reason', keysOf(SEARCH_REASONS), { label: 'the reason' });
  const inWords = form.optionalText('reasonInWords', { label: 'the reason', max: 500 });
  const reason = reasonOf(chosen, inWords);
  const search = {
    ...(name ? { name } : {}),
    ...(born ? { born } : {}),
    ...(postcode ? { postcode } : {}),
    ...(reason ? { reason } : {}),
  };
  rejectAll(form, search, chosen);
  return search;
}

/** What the access log says of the reason: a common one in its words, any other as typed. */
export function reasonOf(chosen: SearchReason | null, inWords: string | null): string | null {
  return chosen === null || chosen === 'other' ? inWords : labelOf(SEARCH_REASONS, chosen);
}

/** Adds the errors of the search beside the fields that have none yet. */
function rejectAll(form: FormReader, search: ChildSearch, chosen: SearchReason | null): void {
  const faulty = new Set(form.errors.map(({ field }) => field));
  const hasFaultyTerm = FIELDS.some((name) => faulty.has(name.split('-')[0]!));
  for (const { field, message } of validateSearch(search)) {
    if (faulty.has(field) || (field === 'name' && search.name === undefined && hasFaultyTerm)) continue;
    if (field !== 'reason') form.reject(field, message);
    else if (chosen === 'other') {
      if (!faulty.has('reasonInWords')) form.reject('reasonInWords', message);
    } else form.reject('reason', 'Select why you are searching for this child');
  }
}

/** What was typed into the fields of the search, and nothing else. */
export function typedSearch(typed: Readonly<Record<string, unknown>>): TypedSearch {
  return Object.fromEntries(
    [...FIELDS, ...REASON_FIELDS].flatMap((name) =>
      typeof typed[name] === 'string' && typed[name] ? [[name, typed[name]] as const] : [],
    ),
  );
}

/** A search result: the child, how closely they match, and the one action that is possible. */
export function toMatchRow(child: ChildMatch, sought: ChildSearch, today: string, hasDied = false) {
  return {
    id: child.id,
    name: fullName(child),
    sex: labelOf(SEXES, child.sex as Sex),
    born: born(child),
    age: hasDied ? 'has died' : child.estimatedAge == null ? ageOf(child, today) : '',
    matchedName: child.matchedName,
    likeness: describeLikeness(child, sought),
    withinReach: child.withinReach,
    episode: child.episodeId ? { id: child.episodeId, open: child.episodeOpen } : null,
    lead: child.episodeOpen ? child.lead : null,
  };
}

function describeDateMatch(match: { sameDay: boolean; isCertain: boolean; swapped: boolean }): string {
  if (match.sameDay) return match.isCertain ? 'same date' : 'possible date';
  return match.swapped ? 'day and month changed over' : 'different date';
}

/** Describes a match for a practitioner, for example "Same name, same date of birth". */
export function describeLikeness(child: ChildMatch, { name, born, postcode }: ChildSearch): string {
  const sameDay = born !== undefined && mayBeBornOn(child, born);
  const isCertain = child.dateOfBirth === born || child.expectedDate === born;
  const swapped = !sameDay && born !== undefined && child.dateOfBirth === withDayAndMonthSwapped(born);
  const words = [
    ...(name ? [describeNameMatch(child.likeness - (sameDay ? 1 : swapped ? 0.8 : 0))] : []),
    ...(born ? [describeDateMatch({ sameDay, isCertain, swapped })] : []),
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

/** The typed values, to fill the next form: a new record, or a question with the reason in words. */
export function carried(typed: TypedSearch, reason?: string): { name: string; value: string }[] {
  return [
    ...FIELDS.flatMap((name) => (typed[name] ? [{ name, value: typed[name] }] : [])),
    ...(reason ? [{ name: 'reason', value: reason }] : []),
  ];
}
