import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { audit } from '#libs/access';
import {
  CarersService,
  Child,
  ChildDistinction,
  ChildNamesService,
  ChildrenSearchService,
  ChildrenService,
  type DetailsView,
  type IndexEntry,
} from '#libs/casework/children';
import { EpisodeListService } from '#libs/casework/episodes';
import {
  actor,
  type Birth,
  conflict,
  db,
  invalidField,
  isId,
  newId,
  now,
  query,
  unreachable,
} from '#libs/platform';
import { type DuplicateGround, explainLikeness, fullName } from '#libs/terms';

/** Who a child of a pair is, as far as any reader who may be told of them learns it. */
export type PairedChild = Pick<Child, 'id' | 'givenNames' | 'familyName' | 'sex'> & Birth;
export interface LikelyPair {
  readonly children: readonly [PairedChild, PairedChild];
  /** Of a child of another locality, whom the reader finds in the index alone: which one, and whom to ask. */
  readonly elsewhere: { readonly childId: string; readonly lead: IndexEntry['lead'] } | null;
  readonly grounds: readonly DuplicateGround[];
  readonly explanation: string;
}
/** One record as the reader may see it, for a comparison side by side. */
export interface RecordSide {
  readonly child: Child;
  readonly details: DetailsView | null;
  readonly names: readonly string[];
  readonly carers: readonly { readonly name: string; readonly relationship: string }[];
  readonly episodes: readonly { readonly id: string; readonly open: boolean; readonly openedAt: Date }[];
}
export interface Comparison {
  readonly sides: readonly [RecordSide, RecordSide];
  readonly explanation: string;
  readonly distinction: { readonly reason: string; readonly decidedAt: Date } | null;
  /** Of which of the two the record says that the child has died. */
  readonly died: readonly [boolean, boolean];
  /** People who are kept out of one of the records and would be kept out of both. */
  readonly keptOut: number;
}

const MOST_PAIRS = 50;

/** Children who are likely recorded twice, for the coordinator of both. */
@Injectable()
export class DuplicatesService {
  constructor(
    private readonly children: ChildrenService,
    private readonly names: ChildNamesService,
    private readonly carers: CarersService,
    private readonly lists: EpisodeListService,
    private readonly search: ChildrenSearchService,
  ) {}

  /** Pairs within reach that are likely one child, the likeliest first, without those already answered. */
  async likelyPairs(): Promise<LikelyPair[]> {
    const pairs = await query<{ childId: string; otherChildId: string; grounds: DuplicateGround[] }>(
      'select child_id, other_child_id, grounds from access.likely_duplicates($1)',
      [MOST_PAIRS],
    );
    const ids = pairs.flatMap(({ childId, otherChildId }) => [childId, otherChildId]);
    const known = new Map<string, PairedChild>(
      (await db().findBy(Child, { id: In(ids) })).map((child) => [child.id, child]),
    );
    const others = ids.filter((id) => !known.has(id));
    const found = others.length > 0 ? await this.search.entries(others) : [];
    const indexed = new Map(found.map((entry) => [entry.id, entry]));
    await audit('list likely duplicates', 'child', { detail: { found: pairs.length } });
    return pairs.flatMap(({ childId, otherChildId, grounds }) => {
      const [one, other] = [childId, otherChildId].map((id) => known.get(id) ?? indexed.get(id));
      if (!one || !other) return [];
      const entry = indexed.get(childId) ?? indexed.get(otherChildId);
      return [
        {
          children: [one, other] as const,
          elsewhere: entry ? { childId: entry.id, lead: entry.lead } : null,
          grounds,
          explanation: explainLikeness(grounds),
        },
      ];
    });
  }

  /** Two records side by side; 404 unless both are within reach of a person who may merge, or decide about it. */
  async compare(one: string, other: string): Promise<Comparison> {
    await this.assertMayCompare(one, other);
    const [row] = await query<{
      grounds: DuplicateGround[];
      keptOut: number;
      died: readonly [boolean, boolean];
    }>(
      `select access.pair_grounds($1, $2) as grounds, access.count_kept_out($1, $2) as kept_out,
         array[$1 = any(d.ids), $2 = any(d.ids)] as died
       from (select array(select access.dead_children()) as ids) d`,
      [one, other],
    );
    const [first, second] = [one, other].sort() as [string, string];
    const distinction = await db().findOneBy(ChildDistinction, { childId: first, otherChildId: second });
    return {
      sides: [await this.side(one), await this.side(other)],
      explanation: explainLikeness(row!.grounds ?? []),
      distinction: distinction && { reason: distinction.reason, decidedAt: distinction.decidedAt },
      died: row!.died,
      keptOut: row!.keptOut ?? 0,
    };
  }

  /** "Not the same child": kept with its reason, and not asked again. */
  async keepApart(one: string, other: string, reason: string): Promise<void> {
    await assertMayKeepApart(one, other);
    if (!reason.trim()) throw invalidField('reason', 'Enter why this is not the same child');
    const [childId, otherChildId] = [one, other].sort() as [string, string];
    const decided = { childId, otherChildId };
    if (await db().existsBy(ChildDistinction, decided)) throw conflict('This has already been recorded.');
    await db().insert(ChildDistinction, {
      id: newId(),
      ...decided,
      reason: reason.trim(),
      decidedBy: actor().practitionerId,
      decidedAt: now(),
    });
    for (const childId of [one, other]) await audit('keep records apart', 'child', { childId });
  }

  /** One record as the signed-in practitioner may see it. */
  async side(childId: string): Promise<RecordSide> {
    const { child, details } = await this.children.find(childId);
    const names = await this.names.namesOf(childId);
    return {
      child,
      details,
      names: names.filter(({ sealedAt }) => sealedAt === null).map(fullName),
      carers: details ? await this.carers.carersOf(childId) : [],
      episodes: await this.lists.ofChild(childId),
    };
  }

  private async assertMayCompare(one: string, other: string): Promise<void> {
    if (!isId(one) || !isId(other) || one === other) throw unreachable();
    const [row] = await query<{ may: boolean }>(
      "select access.can_both('child.merge', $1, $2) or access.can_both('child_merge.decide', $1, $2) as may",
      [one, other],
    );
    if (!row!.may) throw unreachable();
  }
}

/** 404 unless the signed-in person coordinates for both children. */
export async function assertMayMerge(one: string, other: string): Promise<void> {
  if (!isId(one) || !isId(other) || one === other) throw unreachable();
  const [row] = await query<{ may: boolean }>("select access.can_both('child.merge', $1, $2) as may", [
    one,
    other,
  ]);
  if (!row!.may) throw unreachable();
}

/** 404 unless the signed-in person coordinates for one of the children, and may be told of both. */
async function assertMayKeepApart(one: string, other: string): Promise<void> {
  if (!isId(one) || !isId(other) || one === other) throw unreachable();
  const [row] = await query<{ may: boolean }>(
    "select access.can_both('child.merge', $1, $2) or access.can_keep_apart($1, $2) as may",
    [one, other],
  );
  if (!row!.may) throw unreachable();
}
