import { Injectable } from '@nestjs/common';
import { ChildrenService } from '#libs/casework/children';
import { HouseholdsService } from '#libs/casework/families';
import { BIRTH_COLUMNS, query } from '#libs/platform';
import type { FamilyGraph } from './family-graph.js';
import { type FamilyRows, PARENT_WORDS, toFamily } from './family-graph.rules.js';

/** A picture of more people cannot be read on a page. */
const MOST_CHILDREN = 40;
/** From the child to brothers and sisters, to cousins, to the parents’ own families. */
const STEPS = 3;

/**
 * The family of a child as people and ties. Every row is read as the reader: a person out of reach is not there, and
 * nothing says so.
 */
@Injectable()
export class FamilyGraphService {
  constructor(
    private readonly children: ChildrenService,
    private readonly households: HouseholdsService,
  ) {}

  /** Null for a reader with whom only who the child is was shared; 404 out of reach. `found` where it was read already. */
  async graphOf(
    id: string,
    found?: Awaited<ReturnType<ChildrenService['find']>>,
  ): Promise<FamilyGraph | null> {
    const { child, details } = found ?? (await this.children.find(id));
    if (!details) return null;
    const { contactProtected } = details;
    const homes = contactProtected ? [] : await this.households.householdsOf(child.id);
    const { kin, isCutShort } = await this.kinOf(child.id);
    const family = toFamily({ ...(await this.rowsOf(kin, homes)), homes });
    return { childId: child.id, ...family, homesProtected: contactProtected, isCutShort };
  }

  /** The children of one family, nearest first, so that what does not fit is the most distant. */
  private async kinOf(childId: string): Promise<{ kin: string[]; isCutShort: boolean }> {
    const kin = [childId];
    for (let step = 0; step < STEPS; step += 1) {
      const found = await query<{ id: string }>(NEXT_OF_KIN, [kin, PARENT_WORDS]);
      if (found.length === 0) break;
      kin.push(...found.map(({ id }) => id));
      if (kin.length > MOST_CHILDREN) return { kin: kin.slice(0, MOST_CHILDREN), isCutShort: true };
    }
    return { kin, isCutShort: false };
  }

  private async rowsOf(
    kin: readonly string[],
    homes: FamilyRows['homes'],
  ): Promise<Omit<FamilyRows, 'homes'>> {
    const housemates = homes
      .flatMap(({ members }) => members)
      .filter(({ kind, endedOn }) => kind === 'child' && endedOn === null)
      .map(({ personId }) => personId);
    const children = await query<FamilyRows['children'][number]>(CHILDREN, [kin, housemates]);
    const ids = children.map(({ id }) => id);
    return {
      children,
      cares: await query(CARES, [ids, kin]),
      carerTies: await query(CARER_TIES, [kin]),
      childTies: await query(CHILD_TIES, [ids]),
      childhoods: await query('select carer_id, child_id from carer_childhoods where child_id = any($1)', [
        ids,
      ]),
      births: await query(
        'select child_id, pregnancy_id from births where child_id <> pregnancy_id and child_id = any($1)',
        [ids],
      ),
    };
  }
}

const RELATED = `t.ended_on is null and t.kind not in ('foster_sibling', 'unrelated_in_household')`;
/** A child who only lives in the same home, or is fostered there, is of another family: their own is not followed. */
const NEXT_OF_KIN = `
  select n.id from (
    select t.other_child_id as id from child_ties t where t.child_id = any($1) and ${RELATED}
    union select t.child_id from child_ties t where t.other_child_id = any($1) and ${RELATED}
    union select theirs.child_id from child_carers mine join child_carers theirs on theirs.carer_id = mine.carer_id
      where mine.child_id = any($1) and mine.relationship = any($2) and theirs.relationship = any($2)
        and mine.ending_reason is distinct from 'recorded_in_error' and theirs.ending_reason is distinct from 'recorded_in_error'
    union select h.child_id from child_carers l join carer_childhoods h on h.carer_id = l.carer_id
      where l.child_id = any($1) and l.relationship = any($2) and l.ending_reason is distinct from 'recorded_in_error'
    union select l.child_id from carer_childhoods h join child_carers l on l.carer_id = h.carer_id
      where h.child_id = any($1) and l.relationship = any($2) and l.ending_reason is distinct from 'recorded_in_error') n
  join children k on k.id = n.id
  where n.id <> all($1) order by k.born_earliest nulls last, n.id`;
/** The family, those who live with it, and those whom a tie to it brings. */
const CHILDREN = `
  select k.id, k.given_names, k.family_name, k.sex, ${BIRTH_COLUMNS('k')},
    coalesce(d.before_birth, case when k.id = any(array(select access.dead_children())) then k.born_earliest is null end) as died_before_birth, d.died_on
  from children k left join child_deaths d on d.child_id = k.id and d.undone_at is null
  where k.id = any($1) or k.id = any($2)
    or k.id in (select case when t.child_id = any($1) then t.other_child_id else t.child_id end from child_ties t
      where t.ended_on is null and (t.child_id = any($1) or t.other_child_id = any($1)))
  order by k.id`;
/** Of a child of another family, only the people of this one. */
const CARES = `
  select l.child_id, l.carer_id, c.name, l.relationship, l.responsibility_basis, l.contact_restriction, l.began_on, l.ended_on,
    l.ending_reason
  from child_carers l join carers c on c.id = l.carer_id
  where l.child_id = any($1) and l.ending_reason is distinct from 'recorded_in_error'
    and (l.child_id = any($2) or l.carer_id in (select o.carer_id from child_carers o where o.child_id = any($2)))
  order by l.ended_on is not null, l.ended_on desc, l.id`;
const CARER_TIES = `
  select t.kind, t.began_on, t.ended_on, json_build_object('id', a.id, 'name', a.name) as carer,
    json_build_object('id', b.id, 'name', b.name) as other
  from carer_ties t join carers a on a.id = t.carer_id join carers b on b.id = t.other_carer_id
  where array[t.carer_id, t.other_carer_id] && array(select l.carer_id from child_carers l where l.child_id = any($1)
    and l.ending_reason is distinct from 'recorded_in_error' and l.relationship not in ('friend', 'professional', 'local_authority'))
  order by t.ended_on is not null, t.ended_on desc, t.id`;
const CHILD_TIES = `
  select t.kind, t.child_id, t.other_child_id, t.began_on from child_ties t
  where t.ended_on is null and t.child_id = any($1) and t.other_child_id = any($1) order by t.id`;
