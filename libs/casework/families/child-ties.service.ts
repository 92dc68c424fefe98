import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit } from '#libs/access';
import { assertMayEditFamily, ChildrenService, validateEnding } from '#libs/casework/children';
import {
  actor,
  changeVersioned,
  db,
  invalid,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  query,
  unreachable,
} from '#libs/platform';
import { ChildTie } from './family.entities.js';
import { ordered, validateBeginning } from './tie.rules.js';

export interface TieDraft {
  readonly kind: string;
  readonly beganOn?: string | null;
}
/** Another child of the family, as the one whose page it is sees them. */
export interface ChildTieView {
  readonly id: string;
  readonly kind: string;
  readonly beganOn: string | null;
  readonly endedOn: string | null;
  readonly version: number;
  readonly child: {
    readonly id: string;
    readonly givenNames: string;
    readonly familyName: string;
    readonly dateOfBirth: string | null;
    readonly expectedDate: string | null;
  };
}
/** A child who shares a carer, is on the same episode or lives in the same home, and is not tied yet. */
export type SuggestedChild = ChildTieView['child'] & { readonly sharesCarer: boolean };

/** Brothers, sisters and other children of a family. Told to readers of both children alone. */
@Injectable()
export class ChildTiesService {
  constructor(private readonly children: ChildrenService) {}

  tiesOf(childId: string): Promise<ChildTieView[]> {
    return query(TIES, [childId]);
  }

  /** Suggestions only: sharing a carer does not say how two children are related. */
  suggestionsFor(childId: string): Promise<SuggestedChild[]> {
    return query(SUGGESTIONS, [childId]);
  }

  /** 404 for a child out of reach, as for one that does not exist; 422 where they are tied already. */
  async recordTie(childId: string, otherChildId: string, { kind, beganOn }: TieDraft): Promise<string> {
    await assertMayEditFamily(childId);
    if (!isId(otherChildId) || childId.toLowerCase() === otherChildId.toLowerCase())
      throw invalidField('otherChildId', 'Select another child');
    const { details } = await this.children.find(otherChildId);
    if (!details) throw unreachable();
    const errors = validateBeginning(beganOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    const [first, second, ofFirst] = ordered(childId, otherChildId, kind);
    if (await db().existsBy(ChildTie, { childId: first, otherChildId: second, endedAt: IsNull() }))
      throw invalidField('otherChildId', 'It is already recorded how these children are related');
    const id = newId();
    await db().insert(ChildTie, {
      id,
      childId: first,
      otherChildId: second,
      kind: ofFirst,
      beganOn: beganOn ?? null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    await audit('record child tie', 'child', { childId, subjectId: id });
    return id;
  }

  async changeTie(childId: string, tieId: string, version: number, draft: Partial<TieDraft>): Promise<void> {
    await this.current(childId, tieId);
    await assertMayEditFamily(childId);
    const errors = validateBeginning(draft.beganOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    await changeVersioned(ChildTie, { id: tieId }, version, {
      ...(draft.kind === undefined ? {} : { kind: draft.kind }),
      ...(draft.beganOn === undefined ? {} : { beganOn: draft.beganOn }),
    });
    await audit('change child tie', 'child', { childId, subjectId: tieId });
  }

  async endTie(childId: string, tieId: string, endedOn: string): Promise<void> {
    const tie = await this.current(childId, tieId);
    await assertMayEditFamily(childId);
    const errors = validateEnding(endedOn, tie.beganOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    await changeVersioned(ChildTie, { id: tieId }, tie.version, {
      endedOn,
      endedAt: now(),
      endedBy: actor().practitionerId,
    });
    await audit('end child tie', 'child', { childId, subjectId: tieId });
  }

  private async current(childId: string, tieId: string): Promise<ChildTie> {
    const tie = isId(tieId) ? await db().findOneBy(ChildTie, { id: tieId, endedAt: IsNull() }) : null;
    if (!tie || ![tie.childId, tie.otherChildId].includes(childId)) throw unreachable();
    return tie;
  }
}

const CHILD = `json_build_object('id', k.id, 'givenNames', k.given_names, 'familyName', k.family_name,
  'dateOfBirth', k.date_of_birth, 'expectedDate', k.expected_date)`;
const TIES = `
  select t.id, t.kind, t.began_on, t.ended_on, t.version, ${CHILD} as child
  from child_ties t cross join lateral access.other_child_of_tie(t, $1) k
  where $1 in (t.child_id, t.other_child_id)
  order by t.ended_on is not null, k.date_of_birth nulls last, k.id`;
/** What is told of a home follows the policies of the stays: a hidden child is not suggested because of it. */
const SUGGESTIONS = `
  select k.id, k.given_names, k.family_name, k.date_of_birth, k.expected_date, bool_or(s.shares) as shares_carer
  from (
    select theirs.child_id as id, true as shares from child_carers mine
    join child_carers theirs on theirs.carer_id = mine.carer_id and theirs.ending_reason is distinct from 'recorded_in_error'
    where mine.child_id = $1 and mine.ending_reason is distinct from 'recorded_in_error'
    union all
    select f.child_id, false from episode_children mine join episode_children f on f.episode_id = mine.episode_id
    where mine.child_id = $1
    union all
    select theirs.child_id, false from child_stays mine
    join child_stays theirs on theirs.household_id = mine.household_id and theirs.ended_on is null
    where mine.child_id = $1 and mine.ended_on is null) s
  join children k on k.id = s.id join child_details d on d.child_id = k.id
  where k.id <> $1 and not exists (select from child_ties t where t.ended_on is null
    and t.child_id = least(k.id, $1::uuid) and t.other_child_id = greatest(k.id, $1::uuid))
  group by k.id order by k.date_of_birth nulls last, k.id`;
