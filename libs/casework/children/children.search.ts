import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { type FieldError, invalid, isCalendarDate, records } from '#libs/platform';
import { checkPostcode } from '#libs/terms';

export interface ChildSearch {
  readonly name?: string;
  readonly born?: string;
  readonly postcode?: string;
  /** Why this practitioner is looking: every look across agencies says so. */
  readonly reason?: string;
}

/** T0 of a child within reach, or whose family agreed to the index. */
export interface FoundChild {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
  readonly dateOfBirth: string | null;
  readonly expectedDate: string | null;
  readonly likeness: number;
  readonly withinReach: boolean;
  readonly episodeId: string | null;
  readonly episodeOpen: boolean;
}

const MOST = 20;
const SHORTEST_NAME = 2;
/** A likeness of names from 0 to 1, and 1 more when the day of birth is the same. */
const LIKELY_THE_SAME = 1.3;

/** Searching comes first: tolerant of spelling, recorded, and telling no more than anyone may learn. */
@Injectable()
export class ChildrenSearch {
  async search(wanted: ChildSearch): Promise<FoundChild[]> {
    const { name, born, postcode } = checkedSearch(wanted);
    const found = await this.like(name, born, postcode, MOST);
    await audit('search children', 'child', {
      ...(wanted.reason ? { reason: wanted.reason } : {}),
      detail: { by: Object.entries({ name, born, postcode }).flatMap(([key, value]) => (value ? [key] : [])), found: found.length },
    });
    return found;
  }

  /** Children who may be the same as one about to be recorded. */
  async possibleDuplicates(name: string, born: string | null): Promise<FoundChild[]> {
    const found = await this.like(name, born, null, MOST);
    return found.filter((child) => child.likeness >= LIKELY_THE_SAME);
  }

  private like(name: string | null, born: string | null, postcode: string | null, most: number): Promise<FoundChild[]> {
    return records().query(
      `select child_id as id, given_names as "givenNames", family_name as "familyName", sex,
         date_of_birth as "dateOfBirth", expected_date as "expectedDate", likeness, within_reach as "withinReach",
         episode_id as "episodeId", coalesce(episode_open, false) as "episodeOpen"
       from access.search_children($1, $2, $3, $4)`,
      [name, born, postcode, most],
    );
  }
}

function checkedSearch({ name, born, postcode, reason }: ChildSearch) {
  const faults: FieldError[] = [];
  const typedName = name?.trim() || null;
  const checkedPostcode = postcode?.trim() ? checkPostcode(postcode) : null;
  if (typedName && typedName.length < SHORTEST_NAME) faults.push({ field: 'name', message: 'Enter at least two letters of the name' });
  if (typedName && typedName.length > 200) faults.push({ field: 'name', message: 'The name must be 200 characters or fewer' });
  if (born && !isCalendarDate(born)) faults.push({ field: 'dateOfBirth', message: 'The date of birth must be a real date' });
  if (checkedPostcode && !checkedPostcode.ok) faults.push({ field: 'postcode', message: checkedPostcode.message });
  if (!typedName && !born && !postcode?.trim()) faults.push({ field: 'name', message: 'Enter a name, a date of birth or a postcode' });
  if (!reason?.trim()) faults.push({ field: 'reason', message: 'Enter why you are looking for this child' });
  else if (reason.length > 500) faults.push({ field: 'reason', message: 'The reason must be 500 characters or fewer' });
  if (faults.length > 0) throw invalid(faults);
  return { name: typedName, born: born || null, postcode: checkedPostcode?.ok ? checkedPostcode.value : null };
}
