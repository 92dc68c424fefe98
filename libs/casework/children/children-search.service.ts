import { Injectable } from '@nestjs/common';
import { agencyNameSql, audit, personNameSql } from '#libs/access';
import { type FieldError, invalid, isCalendarDate, isId, query } from '#libs/platform';
import { checkPostcode } from '#libs/terms';
import { admitSearch } from './search-limits.js';

interface ChildSearch {
  readonly name?: string;
  readonly born?: string;
  readonly postcode?: string;
  /** Why this practitioner searches: every search across agencies states it. */
  readonly reason?: string;
}

interface LeadContact {
  readonly name: string;
  readonly agency: string;
  readonly telephone: string | null;
}
/** T0 of a child within reach, or whose family agreed to the index: identity, and who to contact. */
export interface IndexEntry {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
  readonly dateOfBirth: string | null;
  readonly expectedDate: string | null;
  readonly episodeId: string | null;
  readonly episodeOpen: boolean;
  readonly lead: LeadContact | null;
}
export interface ChildMatch extends IndexEntry {
  /**
   * Similarity of the name, from 0 to 1, plus 1 when the date of birth is the same, or 0.8 when its day and month are
   * changed over.
   */
  readonly likeness: number;
  /** The further name that is nearest to the one sought, when it is nearer than the present name. */
  readonly matchedName: string | null;
  readonly withinReach: boolean;
}

const MAX_RESULTS = 20;
const MIN_NAME_LENGTH = 2;
/** Similarity of the names, from 0 to 1, plus 1 when the date of birth is the same. */
const MIN_DUPLICATE_SCORE = 1.6;

/** Search before recording: tolerant of spelling, logged, and limited to what every practitioner may learn. */
@Injectable()
export class ChildrenSearchService {
  async search(criteria: ChildSearch): Promise<ChildMatch[]> {
    const { name, born, postcode } = checkedSearch(criteria);
    await admitSearch([name, born, postcode].map((part) => part ?? '').join('|'));
    const matches = await this.withLeads(await this.findSimilar(name, born, postcode, MAX_RESULTS));
    await audit('search children', 'child', {
      ...(criteria.reason ? { reason: criteria.reason } : {}),
      detail: {
        by: Object.entries({ name, born, postcode }).flatMap(([key, value]) => (value ? [key] : [])),
        found: matches.length,
      },
    });
    return matches;
  }

  /** What any practitioner may learn of one child, within reach or in the index; null when that is nothing. */
  async indexEntry(childId: string): Promise<IndexEntry | null> {
    const [entry] = isId(childId) ? await this.entries([childId]) : [];
    if (entry) await audit('read index', 'child', { childId });
    return entry ?? null;
  }

  /** Existing children who may be the same as one about to be recorded. */
  async possibleDuplicates(name: string, born: string | null): Promise<Omit<ChildMatch, 'lead'>[]> {
    const matches = await this.findSimilar(name, born, null, MAX_RESULTS);
    return matches.filter((child) => child.likeness >= MIN_DUPLICATE_SCORE);
  }

  private async withLeads(matches: readonly Omit<ChildMatch, 'lead'>[]): Promise<ChildMatch[]> {
    const entries = matches.length > 0 ? await this.entries(matches.map((child) => child.id)) : [];
    const leads = new Map(entries.map((entry) => [entry.id, entry.lead]));
    return matches.map((child) => ({ ...child, lead: leads.get(child.id) ?? null }));
  }

  private entries(ids: readonly string[]): Promise<IndexEntry[]> {
    return query(
      `select child_id as id, given_names, family_name, sex, date_of_birth,
         expected_date, episode_id, episode_open,
         case when lead_name is null then null
           when unnamed.why is not null then json_build_object(
             'name', ${personNameSql('lead_name', 'unnamed.why')}, 'agency', ${agencyNameSql('lead_agency', 'unnamed.why')}, 'telephone', null)
           else json_build_object('name', lead_name, 'agency', lead_agency, 'telephone', lead_telephone) end as lead
       from access.index_entries($1) left join lateral (select access.why_lead_unnamed(episode_id) as why) unnamed on true`,
      [ids],
    );
  }

  private findSimilar(
    name: string | null,
    born: string | null,
    postcode: string | null,
    limit: number,
  ): Promise<Omit<ChildMatch, 'lead'>[]> {
    return query(
      `select child_id as id, given_names, family_name, sex,
         date_of_birth, expected_date, likeness, matched_name, within_reach,
         episode_id, coalesce(episode_open, false) as episode_open
       from access.search_children($1, $2, $3, $4)`,
      [name, born, postcode, limit],
    );
  }
}

function checkedSearch({ name, born, postcode, reason }: ChildSearch) {
  const errors: FieldError[] = [];
  const typedName = name?.trim() || null;
  const checkedPostcode = postcode?.trim() ? checkPostcode(postcode) : null;
  // One letter is a name in some scripts, and an initial in Latin letters.
  if (typedName && typedName.length < MIN_NAME_LENGTH && /[\p{ASCII}\p{Script=Latin}]/u.test(typedName))
    errors.push({ field: 'name', message: 'Enter at least two letters of the name' });
  if (typedName && typedName.length > 200)
    errors.push({ field: 'name', message: 'The name must be 200 characters or fewer' });
  if (born && !isCalendarDate(born))
    errors.push({ field: 'dateOfBirth', message: 'The date of birth must be a real date' });
  if (checkedPostcode && !checkedPostcode.ok)
    errors.push({ field: 'postcode', message: checkedPostcode.message });
  if (!typedName && !born && !postcode?.trim())
    errors.push({ field: 'name', message: 'Enter a name, a date of birth or a postcode' });
  if (!reason?.trim())
    errors.push({ field: 'reason', message: 'Enter why you are searching for this child' });
  else if (reason.length > 500)
    errors.push({ field: 'reason', message: 'The reason must be 500 characters or fewer' });
  if (errors.length > 0) throw invalid(errors);
  return {
    name: typedName,
    born: born || null,
    postcode: checkedPostcode?.ok ? checkedPostcode.value : null,
  };
}
