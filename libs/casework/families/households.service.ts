import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit } from '#libs/access';
import {
  assertMayEditFamily,
  CarersService,
  ChildrenService,
  contactsProtected,
  isHidden,
  validateEnding,
} from '#libs/casework/children';
import {
  actor,
  changeVersioned,
  db,
  givenFields,
  invalid,
  invalidField,
  isId,
  londonDate,
  newId,
  now,
  query,
  unreachable,
} from '#libs/platform';
import { checkPostcode } from '#libs/terms';
import { CarerStay, ChildStay, Household } from './household.entities.js';
import { validateBeginning } from './tie.rules.js';

export interface HouseholdDraft {
  readonly kind: string;
  readonly address?: string | null;
  readonly postcode?: string | null;
  readonly accommodation?: string | null;
}
/** A person in a home: a child or an adult of the family. */
export interface StayDraft {
  readonly childId?: string | null;
  readonly carerId?: string | null;
  readonly pattern: string;
  readonly beganOn?: string | null;
}
export interface StayView {
  readonly id: string;
  readonly kind: 'child' | 'carer';
  readonly personId: string;
  readonly name: string;
  readonly pattern: string;
  readonly beganOn: string | null;
  readonly endedOn: string | null;
}
export interface HouseholdView {
  readonly id: string;
  readonly kind: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly accommodation: string | null;
  readonly version: number;
  /** Whether the child, or an adult who cares for the child, lives there now. */
  readonly isPresent: boolean;
  readonly members: readonly StayView[];
}
/** A move of a child: to a home of the family, or to a new one. */
export interface Move {
  readonly movedOn: string;
  readonly pattern?: string;
  readonly householdId?: string | null;
  readonly household?: HouseholdDraft | null;
  /** The adults who move with the child. */
  readonly carerIds?: readonly string[];
}

/**
 * Homes, and who lives in them from when until when. Who may not know where a child is to be found is told of none of the
 * child's homes; every refusal says the same whether or not there is one.
 */
@Injectable()
export class HouseholdsService {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
  ) {}

  /** The homes of the child, of the people who care for them, and earlier ones. */
  async householdsOf(childId: string): Promise<HouseholdView[]> {
    const homes = await query<HouseholdView>(HOUSEHOLDS, [childId]);
    return homes.map((home) => ({ ...home, members: home.members ?? [] }));
  }

  async recordHousehold(
    childId: string,
    draft: HouseholdDraft,
    members: readonly StayDraft[],
  ): Promise<string> {
    await this.assertMayPlace(childId);
    if (members.length === 0) throw invalidField('members', 'Select who lives there');
    const takesOver = members.some((member) => member.childId === childId);
    const values = checkedHousehold({
      ...(takesOver ? await this.toldAddress(childId) : {}),
      ...givenFields(draft),
    });
    const id = newId();
    await db().insert(Household, {
      id,
      kind: values.kind,
      address: values.address ?? null,
      postcode: values.postcode ?? null,
      accommodation: values.accommodation ?? null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    for (const member of members) await this.begin(childId, id, member);
    await audit('record household', 'household', { childId, subjectId: id });
    return id;
  }

  /** Corrects a home for everybody who lives there; a move is another home. */
  async changeHousehold(
    childId: string,
    householdId: string,
    version: number,
    draft: Partial<HouseholdDraft>,
  ): Promise<void> {
    const home = await this.homeOf(childId, householdId);
    await assertMayEditFamily(childId);
    const values = checkedHousehold({ ...home, ...givenFields(draft) });
    await changeVersioned(Household, { id: householdId }, version, {
      kind: values.kind,
      address: values.address ?? null,
      postcode: values.postcode ?? null,
      accommodation: values.accommodation ?? null,
    });
    await audit('change household', 'household', { childId, subjectId: householdId });
  }

  async addMember(childId: string, householdId: string, member: StayDraft): Promise<void> {
    await this.homeOf(childId, householdId);
    await assertMayEditFamily(childId);
    await this.begin(childId, householdId, member);
    await audit('add member of household', 'household', { childId, subjectId: householdId });
  }

  async endStay(childId: string, stayId: string, endedOn: string): Promise<void> {
    const homes = isId(childId) ? await this.householdsOf(childId) : [];
    const stay = homes.flatMap(({ members }) => members).find(({ id }) => id === stayId);
    if (!stay || stay.endedOn !== null) throw unreachable();
    await assertMayEditFamily(childId);
    await this.end(stay, endedOn);
    await audit('end stay', 'household', { childId, subjectId: stayId });
  }

  /** Ends the main stay and begins the next, on one day. Nothing of before is lost. */
  async move(childId: string, { movedOn, pattern = 'main', carerIds = [], ...to }: Move): Promise<string> {
    await this.assertMayPlace(childId);
    const homes = await this.householdsOf(childId);
    const live = homes.flatMap(({ id, members }) =>
      members.filter(({ endedOn }) => endedOn === null).map((stay) => ({ ...stay, householdId: id })),
    );
    const moving = live.filter(
      ({ personId, householdId, pattern: lives }) =>
        (personId === childId || carerIds.includes(personId)) &&
        (lives === 'main' || householdId === to.householdId),
    );
    if (
      to.householdId &&
      moving.some((stay) => stay.householdId === to.householdId && stay.pattern === 'main')
    )
      throw invalidField('householdId', 'They already live mainly there');
    for (const stay of moving) await this.end(stay, movedOn, 'movedOn');
    if (moving.length === 0) await this.keepToldAddress(childId, movedOn);
    const people: StayDraft[] = [
      { childId, pattern, beganOn: movedOn },
      ...carerIds.map((carerId) => ({ carerId, pattern: 'main', beganOn: movedOn })),
    ];
    if (!to.householdId) {
      if (!to.household) throw invalidField('householdId', 'Select a home, or enter a new one');
      return this.recordHousehold(childId, to.household, people);
    }
    await this.homeOf(childId, to.householdId, homes);
    for (const member of people) await this.begin(childId, to.householdId, member);
    await audit('move child', 'household', { childId, subjectId: to.householdId });
    return to.householdId;
  }

  private async assertMayPlace(childId: string): Promise<void> {
    await this.children.find(childId);
    await assertMayEditFamily(childId);
    if (await isHidden(childId)) throw contactsProtected();
  }

  /** The address that was told of the child before any home was recorded. */
  private async toldAddress(childId: string): Promise<Partial<HouseholdDraft>> {
    const hasHome = await db().existsBy(ChildStay, { childId, endedAt: IsNull() });
    const { details } = await this.children.find(childId);
    if (hasHome || !details?.address) return {};
    const { address, postcode, accommodation } = details;
    return { address, postcode, accommodation };
  }

  /** Becomes an earlier home, so that a move loses nothing. */
  private async keepToldAddress(childId: string, until: string): Promise<void> {
    const told = await this.toldAddress(childId);
    if (!told.address) return;
    const recorded = { recordedBy: actor().practitionerId, recordedAt: now() };
    const household = { id: newId(), kind: 'family', ...told, ...recorded };
    await db().insert(Household, household);
    await db().insert(ChildStay, {
      id: newId(),
      householdId: household.id,
      childId,
      pattern: 'main',
      endedOn: until,
      endedAt: now(),
      endedBy: actor().practitionerId,
      ...recorded,
    });
  }

  private async homeOf(
    childId: string,
    householdId: string,
    among?: HouseholdView[],
  ): Promise<HouseholdView> {
    const home = (among ?? (isId(childId) ? await this.householdsOf(childId) : [])).find(
      ({ id }) => id === householdId,
    );
    if (!home) throw unreachable();
    return home;
  }

  private async begin(childId: string, householdId: string, member: StayDraft): Promise<void> {
    const { pattern, beganOn = null } = member;
    const errors = validateBeginning(beganOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    const row = {
      id: newId(),
      householdId,
      pattern,
      beganOn,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    };
    if (member.childId) {
      if (member.childId !== childId) await this.assertMayPlace(member.childId);
      await assertFree('child', member.childId, householdId, pattern);
      await db().insert(ChildStay, { ...row, childId: member.childId });
      return;
    }
    const carer = (await this.carers.carersOf(childId)).find(({ id }) => id === member.carerId);
    if (!carer) throw invalidField('members', 'Select people who care for the child now');
    await assertFree('carer', carer.id, householdId, pattern);
    await db().insert(CarerStay, { ...row, carerId: carer.id });
  }

  private async end({ id, kind, beganOn }: StayView, endedOn: string, field = 'endedOn'): Promise<void> {
    const errors = validateEnding(endedOn, beganOn, londonDate(now()));
    if (errors.length > 0) throw invalid(errors.map((error) => ({ ...error, field })));
    const ending = { endedOn, endedAt: now(), endedBy: actor().practitionerId };
    const { affected } = await db().update(
      kind === 'child' ? ChildStay : CarerStay,
      { id, endedAt: IsNull() },
      ending,
    );
    if (affected !== 1) throw unreachable();
  }
}

/** One main home, and one stay in each, at a time. */
async function assertFree(
  kind: 'child' | 'carer',
  personId: string,
  householdId: string,
  pattern: string,
): Promise<void> {
  const live =
    kind === 'child'
      ? await db().findBy(ChildStay, { childId: personId, endedAt: IsNull() })
      : await db().findBy(CarerStay, { carerId: personId, endedAt: IsNull() });
  if (live.some((stay) => stay.householdId === householdId))
    throw invalidField('members', 'They are already recorded as living there');
  if (pattern === 'main' && live.some((stay) => stay.pattern === 'main'))
    throw invalidField(
      'members',
      'They already have a main home. Record a move, or choose how else they live here',
    );
}

function checkedHousehold(draft: HouseholdDraft): HouseholdDraft {
  if (!draft.postcode?.trim()) return draft;
  const checked = checkPostcode(draft.postcode);
  if (!checked.ok) throw invalidField('postcode', checked.message);
  return { ...draft, postcode: checked.value };
}

const HOUSEHOLDS = `
  select h.id, h.kind, h.address, h.postcode, h.accommodation, h.version,
    exists (select from child_stays s where s.household_id = h.id and s.child_id = $1 and s.ended_on is null)
      or exists (select from carer_stays s join child_carers l on l.carer_id = s.carer_id
        where s.household_id = h.id and l.child_id = $1 and l.ended_on is null and s.ended_on is null) as is_present,
    (select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'personId', m.person_id, 'name', m.name,
        'pattern', m.pattern, 'beganOn', m.began_on, 'endedOn', m.ended_on)
        order by m.ended_on is not null, m.kind desc, access.name_order(m.name), m.id)
      from (
        select s.id, 'child' as kind, s.child_id as person_id, btrim(k.given_names || ' ' || k.family_name) as name,
          s.pattern, s.began_on, s.ended_on
        from child_stays s join children k on k.id = s.child_id where s.household_id = h.id
        union all
        select s.id, 'carer', s.carer_id, c.name, s.pattern, s.began_on, s.ended_on
        from carer_stays s join carers c on c.id = s.carer_id where s.household_id = h.id) m) as members
  from households h
  where h.id in (select s.household_id from child_stays s where s.child_id = $1)
    or h.id in (select s.household_id from carer_stays s join child_carers l on l.carer_id = s.carer_id
      where l.child_id = $1 and l.ended_on is null and s.ended_on is null)
  order by exists (select from child_stays s where s.household_id = h.id and s.child_id = $1 and s.ended_on is null) desc,
    h.recorded_at, h.id`;
