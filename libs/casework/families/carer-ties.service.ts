import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit } from '#libs/access';
import { assertMayEditFamily, CarersService, ChildrenService, validateEnding } from '#libs/casework/children';
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
import type { TieDraft } from './child-ties.service.js';
import { CarerChildhood, CarerTie } from './family.entities.js';
import { ordered, validateBeginning } from './tie.rules.js';

/** `carer` is the … of `other`. */
export interface CarerTieView {
  readonly id: string;
  readonly kind: string;
  readonly beganOn: string | null;
  readonly endedOn: string | null;
  readonly version: number;
  readonly carer: { readonly id: string; readonly name: string };
  readonly other: { readonly id: string; readonly name: string };
}
/** An adult of this family who was a child in another. */
export interface Childhood {
  readonly carerId: string;
  readonly childId: string;
}

/** What the adults of a family are to each other, and where one of them was a child themselves. */
@Injectable()
export class CarerTiesService {
  constructor(
    private readonly carers: CarersService,
    private readonly children: ChildrenService,
  ) {}

  /** Ties of the people who care or cared for the child, with each other and with adults of families within reach. */
  tiesOf(childId: string): Promise<CarerTieView[]> {
    return query(TIES, [childId]);
  }

  childhoodsOf(childId: string): Promise<Childhood[]> {
    return query(
      `select h.carer_id, h.child_id from carer_childhoods h
       where h.carer_id in (select l.carer_id from child_carers l where l.child_id = $1) order by h.carer_id`,
      [childId],
    );
  }

  /** `carerId` is the … of `otherCarerId`. 404 for an adult out of reach, as for one that does not exist. */
  async recordTie(
    childId: string,
    carerId: string,
    otherCarerId: string,
    { kind, beganOn }: TieDraft,
  ): Promise<string> {
    await assertMayEditFamily(childId);
    if (!isId(otherCarerId) || carerId.toLowerCase() === otherCarerId.toLowerCase())
      throw invalidField('otherCarerId', 'Select another adult');
    if (!(await this.carers.isCarerOf(childId, carerId)) || !(await isKnown(otherCarerId)))
      throw unreachable();
    const errors = validateBeginning(beganOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    const [first, second, ofFirst] = ordered(carerId, otherCarerId, kind);
    if (await db().existsBy(CarerTie, { carerId: first, otherCarerId: second, endedAt: IsNull() }))
      throw invalidField('otherCarerId', 'It is already recorded what they are to each other');
    const id = newId();
    await db().insert(CarerTie, {
      id,
      carerId: first,
      otherCarerId: second,
      kind: ofFirst,
      beganOn: beganOn ?? null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    await audit('record carer tie', 'carer', { childId, subjectId: id });
    return id;
  }

  async endTie(childId: string, tieId: string, endedOn: string): Promise<void> {
    const tie = isId(tieId) ? await db().findOneBy(CarerTie, { id: tieId, endedAt: IsNull() }) : null;
    const isTheirs = tie && (await this.tiesOf(childId)).some(({ id }) => id === tieId);
    if (!tie || !isTheirs) throw unreachable();
    await assertMayEditFamily(childId);
    const errors = validateEnding(endedOn, tie.beganOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    await changeVersioned(CarerTie, { id: tieId }, tie.version, {
      endedOn,
      endedAt: now(),
      endedBy: actor().practitionerId,
    });
    await audit('end carer tie', 'carer', { childId, subjectId: tieId });
  }

  /** This adult has a record as a child. 404 for a record out of reach; 422 where either is linked already. */
  async linkChildhood(childId: string, carerId: string, ownChildId: string): Promise<void> {
    await assertMayEditFamily(childId);
    if (!(await this.carers.isCarerOf(childId, carerId))) throw unreachable();
    const { details } = await this.children.find(ownChildId);
    if (!details) throw unreachable();
    if (await this.carers.isCarerOf(ownChildId, carerId))
      throw invalidField('childId', 'A person cannot be their own parent or carer');
    const linked = await db().findBy(CarerChildhood, [{ carerId }, { childId: ownChildId }]);
    if (linked.length > 0) throw invalidField('childId', 'This person is already linked to a child’s record');
    await db().insert(CarerChildhood, {
      carerId,
      childId: ownChildId,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    await audit('link childhood', 'carer', { childId, subjectId: carerId });
  }
}

async function isKnown(carerId: string): Promise<boolean> {
  return (await query('select 1 as one from carers where id = $1', [carerId])).length > 0;
}

const TIES = `
  select t.id, t.kind, t.began_on, t.ended_on, t.version,
    json_build_object('id', a.id, 'name', a.name) as carer, json_build_object('id', b.id, 'name', b.name) as other
  from carer_ties t join carers a on a.id = t.carer_id join carers b on b.id = t.other_carer_id
  where array[t.carer_id, t.other_carer_id] && array(select l.carer_id from child_carers l where l.child_id = $1)
  order by t.ended_on is not null, access.name_order(a.name), access.name_order(b.name), t.id`;
