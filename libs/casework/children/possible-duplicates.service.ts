import { Injectable } from '@nestjs/common';
import {
  BIRTH_COLUMNS,
  type Birth,
  birthsOverlap,
  bornBetween,
  newId,
  now,
  actor,
  db,
  query,
} from '#libs/platform';
import { type DuplicateGround, explainLikeness, fullName, type NameParts } from '#libs/terms';
import type { CarerDraft } from './carers.service.js';
import { ChildDistinction } from './child-distinction.entity.js';
import { type ChildMatch, ChildrenSearchService } from './children-search.service.js';

/** What is known of a child about to be recorded. */
export interface ChildToCompare extends Birth, NameParts {
  readonly nhsNumber?: string | null;
  readonly uln?: string | null;
  readonly upn?: string | null;
  readonly postcode?: string | null;
  readonly carers?: readonly CarerDraft[];
}
export interface PossibleDuplicate extends Omit<ChildMatch, 'lead'> {
  readonly grounds: readonly DuplicateGround[];
  /** The grounds as a sentence: "Same NHS number, other spelling of the name". */
  readonly explanation: string;
}

/** Similarity of the names, from 0 to 1, plus 1 when the date of birth is the same. */
const MIN_SCORE = 1.6;
/** Where the births only may be the same, the names must be nearer: a year fits many children. */
const MIN_SCORE_OF_POSSIBLE_BIRTH = 1.75;
const NUMBERS: readonly DuplicateGround[] = ['same_nhs_number', 'same_uln', 'same_upn'];

/** The question before a child is recorded: may this child be here already, and what speaks for it? */
@Injectable()
export class PossibleDuplicatesService {
  constructor(private readonly search: ChildrenSearchService) {}

  /** The likeliest first, each within what the asker may know: an index entry, or a record within reach. */
  async of(child: ChildToCompare): Promise<PossibleDuplicate[]> {
    const alike = await this.alike(child);
    const grounds = new Map(
      (await this.grounds(child, [...alike.keys()])).map((row) => [row.childId, row.grounds]),
    );
    const others = await this.entries([...grounds.keys()].filter((id) => !alike.has(id)));
    return [...alike.values(), ...others]
      .flatMap((match) => {
        const known = grounds.get(match.id);
        return known ? [{ ...match, grounds: known, explanation: explainLikeness(known) }] : [];
      })
      .sort((one, other) => strength(other) - strength(one));
  }

  /** Keeps that these are other children, so that no one is asked again. */
  async keepApart(childId: string, others: readonly string[]): Promise<void> {
    for (const other of others) {
      const [first, second] = [childId, other].sort() as [string, string];
      await db().insert(ChildDistinction, {
        id: newId(),
        childId: first,
        otherChildId: second,
        reason: 'Confirmed when the child was recorded',
        decidedBy: actor().practitionerId,
        decidedAt: now(),
      });
    }
  }

  /** Those alike by name and birth. */
  private async alike(child: ChildToCompare): Promise<Map<string, Omit<ChildMatch, 'lead'>>> {
    const day = child.dateOfBirth ?? child.expectedDate ?? null;
    const matches = await this.search.similar(fullName(child), day);
    // Without a day the database compares the names alone, so the births are compared here.
    const scored = day
      ? matches
      : matches.map((match) => ({
          ...match,
          likeness: match.likeness + (birthsOverlap(match, child) ? 1 : 0),
        }));
    return new Map(
      scored.filter((match) => match.likeness >= minScore(child, match)).map((match) => [match.id, match]),
    );
  }

  private async grounds(child: ChildToCompare, found: readonly string[]) {
    const day = child.expectedDate ?? null;
    const born = bornBetween(child) ?? { earliest: day, latest: day };
    const { nhsNumber, uln, upn } = child;
    return query<{ childId: string; grounds: DuplicateGround[] }>(
      'select child_id, grounds from access.likely_same($1, $2, $3, $4, $5, $6, $7, $8)',
      [
        child.givenNames,
        child.familyName,
        born.earliest,
        born.latest,
        JSON.stringify({ nhsNumber, uln, upn }),
        await carerNames(child.carers ?? []),
        child.postcode ?? null,
        found,
      ],
    );
  }

  private async entries(ids: readonly string[]): Promise<Omit<ChildMatch, 'lead'>[]> {
    if (ids.length === 0) return [];
    return query(
      `select child_id as id, given_names, family_name, sex, ${BIRTH_COLUMNS('entry')}, 0 as likeness, null as matched_name,
         exists (select from children k where k.id = entry.child_id) as within_reach, episode_id, episode_open
       from access.index_entries($1) entry`,
      [ids],
    );
  }
}

/** Of people who are recorded already, those whom this reader may see. */
async function carerNames(carers: readonly CarerDraft[]): Promise<string[]> {
  const typed = carers.flatMap((carer) => ('name' in carer && carer.name ? [carer.name] : []));
  const ids = carers.flatMap((carer) => ('carerId' in carer && carer.carerId ? [carer.carerId] : []));
  const known = await query<{ name: string }>('select name from carers where id = any($1)', [ids]);
  return [...typed, ...known.map(({ name }) => name)];
}

function minScore(one: Birth, other: Birth): number {
  const isCertain = (birth: Birth): boolean => Boolean(birth.dateOfBirth ?? birth.expectedDate);
  return isCertain(one) && isCertain(other) ? MIN_SCORE : MIN_SCORE_OF_POSSIBLE_BIRTH;
}

const strength = ({ grounds, likeness }: PossibleDuplicate): number =>
  10 * grounds.filter((ground) => NUMBERS.includes(ground)).length +
  (grounds.includes('same_name') ? 1 : 0) +
  likeness;
