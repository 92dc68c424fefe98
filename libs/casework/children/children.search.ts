import { Injectable } from '@nestjs/common';
import { agencyShown, audit, personShown } from '#libs/access';
import { type FieldError, invalid, isCalendarDate, isId, records } from '#libs/platform';
import { checkPostcode } from '#libs/terms';
import { admitSearch } from './search-limits.js';

export interface ChildSearch {
  readonly name?: string;
  readonly born?: string;
  readonly postcode?: string;
  /** Why this practitioner is looking: every look across agencies says so. */
  readonly reason?: string;
}

export interface LeadToRing {
  readonly name: string;
  readonly agency: string;
  readonly telephone: string | null;
}
/** T0 of a child within reach, or whose family agreed to the index: who they are, and whom to ring. */
export interface IndexEntry {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
  readonly dateOfBirth: string | null;
  readonly expectedDate: string | null;
  readonly episodeId: string | null;
  readonly episodeOpen: boolean;
  readonly lead: LeadToRing | null;
}
export interface FoundChild extends IndexEntry {
  /** How like the name is, from 0 to 1, and 1 more when the day of birth is the same. */
  readonly likeness: number;
  readonly withinReach: boolean;
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
    await admitSearch([name, born, postcode].map((part) => part ?? '').join('|'));
    const found = await this.withLeads(await this.like(name, born, postcode, MOST));
    await audit('search children', 'child', {
      ...(wanted.reason ? { reason: wanted.reason } : {}),
      detail: {
        by: Object.entries({ name, born, postcode }).flatMap(([key, value]) => (value ? [key] : [])),
        found: found.length,
      },
    });
    return found;
  }

  /** What anyone who looks may learn of one child, within reach or in the index; null when that is nothing. */
  async indexEntry(childId: string): Promise<IndexEntry | null> {
    const [entry] = isId(childId) ? await this.entries([childId]) : [];
    if (entry) await audit('read index', 'child', { childId });
    return entry ?? null;
  }

  /** Children who may be the same as one about to be recorded. */
  async possibleDuplicates(name: string, born: string | null): Promise<Omit<FoundChild, 'lead'>[]> {
    const found = await this.like(name, born, null, MOST);
    return found.filter((child) => child.likeness >= LIKELY_THE_SAME);
  }

  private async withLeads(found: readonly Omit<FoundChild, 'lead'>[]): Promise<FoundChild[]> {
    const entries = found.length > 0 ? await this.entries(found.map((child) => child.id)) : [];
    const leads = new Map(entries.map((entry) => [entry.id, entry.lead]));
    return found.map((child) => ({ ...child, lead: leads.get(child.id) ?? null }));
  }

  private entries(ids: readonly string[]): Promise<IndexEntry[]> {
    return records().query(
      `select child_id as id, given_names as "givenNames", family_name as "familyName", sex, date_of_birth as "dateOfBirth",
         expected_date as "expectedDate", episode_id as "episodeId", episode_open as "episodeOpen",
         case when lead_name is null then null
           when unnamed.why is not null then json_build_object(
             'name', ${personShown('lead_name', 'unnamed.why')}, 'agency', ${agencyShown('lead_agency', 'unnamed.why')}, 'telephone', null)
           else json_build_object('name', lead_name, 'agency', lead_agency, 'telephone', lead_telephone) end as lead
       from access.index_entries($1) left join lateral (select access.why_lead_unnamed(episode_id) as why) unnamed on true`,
      [ids],
    );
  }

  private like(
    name: string | null,
    born: string | null,
    postcode: string | null,
    most: number,
  ): Promise<Omit<FoundChild, 'lead'>[]> {
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
  if (typedName && typedName.length < SHORTEST_NAME)
    faults.push({ field: 'name', message: 'Enter at least two letters of the name' });
  if (typedName && typedName.length > 200)
    faults.push({ field: 'name', message: 'The name must be 200 characters or fewer' });
  if (born && !isCalendarDate(born))
    faults.push({ field: 'dateOfBirth', message: 'The date of birth must be a real date' });
  if (checkedPostcode && !checkedPostcode.ok)
    faults.push({ field: 'postcode', message: checkedPostcode.message });
  if (!typedName && !born && !postcode?.trim())
    faults.push({ field: 'name', message: 'Enter a name, a date of birth or a postcode' });
  if (!reason?.trim())
    faults.push({ field: 'reason', message: 'Enter why you are searching for this child' });
  else if (reason.length > 500)
    faults.push({ field: 'reason', message: 'The reason must be 500 characters or fewer' });
  if (faults.length > 0) throw invalid(faults);
  return {
    name: typedName,
    born: born || null,
    postcode: checkedPostcode?.ok ? checkedPostcode.value : null,
  };
}
