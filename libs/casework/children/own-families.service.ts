import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { invalidField, invalid, query } from '#libs/platform';
import { ChildrenSearchService, type ChildMatch } from './children-search.service.js';
import { admitSearch } from './search-limits.js';
import { validateName } from './search.rules.js';

/** `mine`: the families that the reader works with; `reach`: every child whose episode they may read. */
export type NameScope = 'mine' | 'reach';

const MAX_RESULTS = 20;
const MAX_LISTED = 2000;

/**
 * Finds children by name among those whom the reader reaches already. It reveals nothing that their list of episodes
 * does not, so it needs no reason.
 */
@Injectable()
export class OwnFamiliesService {
  constructor(private readonly search: ChildrenSearchService) {}

  /** Children of the families that the reader works with, the closest name first. */
  async find(name: string): Promise<ChildMatch[]> {
    assertName(name);
    const matches = await this.matches(name);
    await audit('search own families', 'child', { detail: { found: matches.length } });
    return matches;
  }

  /** The same once more, for its result page. */
  async findAgain(name: string): Promise<ChildMatch[]> {
    return this.matches(name);
  }

  /** Beyond the families that the reader works with, a look for a name counts as a search. */
  async admitNameFilter(name: string, scope: NameScope): Promise<void> {
    assertName(name);
    if (scope !== 'mine') await admitSearch(`${name}||`);
    await audit('filter episodes by name', 'episode', { detail: { scope } });
  }

  /** The children of this name, to narrow a list of episodes, each with the further name that matched, if one did. */
  async childrenNamed(name: string, scope: NameScope): Promise<ReadonlyMap<string, string | null>> {
    const found = await named(name, scope, MAX_LISTED);
    return new Map(found.map(({ id, matchedName }) => [id, matchedName]));
  }

  private async matches(name: string): Promise<ChildMatch[]> {
    const found = await named(name, 'mine', MAX_RESULTS);
    if (found.length === 0) return [];
    const entries = new Map(
      (await this.search.entries(found.map(({ id }) => id))).map((entry) => [entry.id, entry]),
    );
    return found.flatMap(({ id, likeness, matchedName }) => {
      const entry = entries.get(id);
      return entry ? [{ ...entry, likeness, matchedName, withinReach: true }] : [];
    });
  }
}

function assertName(name: string): void {
  const errors = validateName(name);
  if (errors.length > 0) throw invalid(errors);
  if (!name.trim()) throw invalidField('name', 'Enter a name');
}

const named = (
  name: string,
  scope: NameScope,
  most: number,
): Promise<Pick<ChildMatch, 'id' | 'likeness' | 'matchedName'>[]> =>
  query('select child_id as id, likeness, matched_name from access.own_children_named($1, $2, $3)', [
    name.trim(),
    scope === 'mine',
    most,
  ]);
