import { Injectable } from '@nestjs/common';
import { agencyNameSql, audit, personNameSql } from '#libs/access';
import { BIRTH_COLUMNS, type Birth, invalid, isId, query } from '#libs/platform';
import { checkPostcode } from '#libs/terms';
import { admitSearch } from './search-limits.js';
import { type ChildSearch, validateSearch } from './search.rules.js';

interface LeadContact {
  readonly name: string;
  readonly agency: string;
  readonly telephone: string | null;
}
/** T0 of a child within reach, or whose family agreed to the index: identity, and who to contact. */
export interface IndexEntry extends Birth {
  readonly id: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
  readonly episodeId: string | null;
  readonly episodeOpen: boolean;
  readonly lead: LeadContact | null;
}
export interface ChildMatch extends IndexEntry {
  /**
   * Similarity of the name, from 0 to 1, plus 1 when the date of birth is, or may be, the same, or 0.8 when its day and
   * month are changed over.
   */
  readonly likeness: number;
  /** The further name that is nearest to the one sought, when it is nearer than the present name. */
  readonly matchedName: string | null;
  readonly withinReach: boolean;
}

const MAX_RESULTS = 20;
/** More than are shown, so that a child listed then is found again among those that match since. */
const MAX_MATCHES = 50;

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

  /**
   * The result of an earlier search once more, as far as the reader may still learn of it. It is no new search, so it
   * shows no child that the search did not find.
   */
  async resultAgain(criteria: ChildSearch, found: readonly string[]): Promise<ChildMatch[]> {
    const { name, born, postcode } = checkedSearch(criteria);
    const matches = await this.findSimilar(name, born, postcode, MAX_MATCHES);
    return this.withLeads(matches.filter(({ id }) => found.includes(id)));
  }

  /** What any practitioner may learn of one child, within reach or in the index; null when that is nothing. */
  async indexEntry(childId: string): Promise<IndexEntry | null> {
    const [entry] = isId(childId) ? await this.entries([childId]) : [];
    if (entry) await audit('read index', 'child', { childId });
    return entry ?? null;
  }

  /** Children of a name and day like these, as far as the reader may learn of them; not a search of its own. */
  similar(name: string, day: string | null): Promise<Omit<ChildMatch, 'lead'>[]> {
    return this.findSimilar(name, day, null, MAX_RESULTS);
  }

  private async withLeads(matches: readonly Omit<ChildMatch, 'lead'>[]): Promise<ChildMatch[]> {
    const entries = matches.length > 0 ? await this.entries(matches.map((child) => child.id)) : [];
    const leads = new Map(entries.map((entry) => [entry.id, entry.lead]));
    return matches.map((child) => ({ ...child, lead: leads.get(child.id) ?? null }));
  }

  /** What any practitioner may learn of these children, as far as each is within reach or in the index. */
  entries(ids: readonly string[]): Promise<IndexEntry[]> {
    return query(
      `select child_id as id, given_names, family_name, sex, ${BIRTH_COLUMNS('entry')}, episode_id, episode_open,
         case when lead_name is null then null
           when unnamed.why is not null then json_build_object(
             'name', ${personNameSql('lead_name', 'unnamed.why')}, 'agency', ${agencyNameSql('lead_agency', 'unnamed.why')}, 'telephone', null)
           else json_build_object('name', lead_name, 'agency', lead_agency, 'telephone', lead_telephone) end as lead
       from access.index_entries($1) entry left join lateral (select access.why_lead_unnamed(episode_id) as why) unnamed on true`,
      [ids],
    );
  }

  private async findSimilar(
    name: string | null,
    born: string | null,
    postcode: string | null,
    limit: number,
  ): Promise<Omit<ChildMatch, 'lead'>[]> {
    const found = await query<Omit<ChildMatch, 'lead'>>(
      `select child_id as id, given_names, family_name, sex, ${BIRTH_COLUMNS('found')}, likeness, matched_name, within_reach,
         episode_id, coalesce(episode_open, false) as episode_open
       from access.search_children($1, $2, $3, $4) found`,
      [name, born, postcode, limit],
    );
    // A record under which another is kept may be found by the names of both: once, by the nearer.
    return found.filter(({ id }, place) => found.findIndex((other) => other.id === id) === place);
  }
}

function checkedSearch(criteria: ChildSearch) {
  const errors = validateSearch(criteria);
  if (errors.length > 0) throw invalid(errors);
  const { name, born, postcode } = criteria;
  const checkedPostcode = postcode?.trim() ? checkPostcode(postcode) : null;
  return {
    name: name?.trim() || null,
    born: born || null,
    postcode: checkedPostcode?.ok ? checkedPostcode.value : null,
  };
}
