import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit } from '#libs/access';
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
  ProblemError,
  query,
  unreachable,
} from '#libs/platform';
import { Carer, CarerContacts, ChildCarer } from './carer.entity.js';
import { type ChildCarerDraft, isProbablySame, validateChildCarer } from './child-carer.rules.js';
import { validateDetails } from './child.rules.js';
import { contactsProtected } from './contacts.js';
import { assertMayEditFamily } from './family-edit.js';

interface CarerRelation extends Pick<ChildCarerDraft, 'beganOn' | 'responsibilityBasis'> {
  readonly relationship: string;
  readonly parentalResponsibility: string;
  readonly livesWithChild?: boolean | null;
  /** People already recorded for the child whom the practitioner checked and found to be others. */
  readonly notTheSameAs?: readonly string[];
}
/** What a carer's own record holds: the person, and how to reach them. */
export type CarerDetails = Partial<
  Pick<Carer, 'name' | 'firstLanguage' | 'interpreter'> & Omit<CarerContacts, 'carerId'>
>;
export type CarerDraft = CarerRelation &
  ({ readonly carerId: string } | (CarerDetails & { readonly name: string }));
type NewCarer = Exclude<CarerDraft, { carerId: string }>;

export interface CarerOfChild extends Required<ChildCarerDraft> {
  readonly id: string;
  readonly name: string;
  readonly livesWithChild: boolean | null;
  readonly evidenceSeenBy: string | null;
  readonly emergencyOrder: number | null;
  readonly endedOn: string | null;
  readonly endingReason: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly safeToContact: string | null;
  readonly contactAdvice: string | null;
  readonly firstLanguage: string | null;
  readonly interpreter: string | null;
  /** The version of what they are to the child, and that of the person's own record. */
  readonly version: number;
  readonly personVersion: number;
}

const CONTACTS = ['telephone', 'address', 'postcode', 'safeToContact', 'contactAdvice'] as const;
const PROBABLY_RECORDED =
  'A person of this name is already recorded. Choose them, or confirm that this is another person.';

/** Parents and carers, recorded once for siblings. */
@Injectable()
export class CarersService {
  /** Throws 409 with the people of the same name until the practitioner says that this is another person. */
  async addCarer(childId: string, draft: CarerDraft, { isNewChild = false } = {}): Promise<string> {
    await assertMayEditFamily(childId);
    const errors = validateChildCarer(draft, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    // A request body of the API has both properties, one of them undefined.
    const known = 'carerId' in draft && draft.carerId ? draft.carerId : null;
    // With a new child the question is about the child.
    if (!known && !isNewChild) await this.assertNotRecorded(childId, draft as NewCarer);
    const isThere =
      known && (await db().existsBy(ChildCarer, { childId, carerId: known, endedAt: IsNull() }));
    if (isThere) throw invalidField('carerId', 'This person is already recorded as a carer of this child');
    const carerId = known ?? (await this.recordCarer(draft as NewCarer));
    await db().insert(ChildCarer, {
      id: newId(),
      childId,
      carerId,
      relationship: draft.relationship,
      parentalResponsibility: draft.parentalResponsibility,
      livesWithChild: draft.livesWithChild ?? null,
      beganOn: draft.beganOn ?? null,
      responsibilityBasis: draft.responsibilityBasis ?? null,
      recordedBy: actor().practitionerId,
    });
    await audit('add carer', 'carer', { childId, subjectId: carerId });
    return carerId;
  }

  /** The people who care for the child now. */
  async carersOf(childId: string): Promise<CarerOfChild[]> {
    return (await this.everyCarerOf(childId)).filter(({ endedOn }) => endedOn === null);
  }

  /** Those who do now, and those who did, whose telephone and address are not told. */
  everyCarerOf(childId: string): Promise<CarerOfChild[]> {
    return query(CARERS_OF_CHILD, [childId]);
  }

  /**
   * Corrects the person's own record, for every child they care for. 409 where the contact details are protected, 422
   * for an address that comes from their home.
   */
  async changeCarer(childId: string, carerId: string, version: number, changes: CarerDetails): Promise<void> {
    const carer = (await this.carersOf(childId)).find(({ id }) => id === carerId);
    if (!carer) throw unreachable();
    await assertMayEditFamily(childId);
    const { values, errors } = validateDetails(givenFields(changes));
    const contacts = givenFields(Object.fromEntries(CONTACTS.map((field) => [field, values[field]])));
    const safety = values.safeToContact === undefined ? carer.safeToContact : values.safeToContact;
    const advice = values.contactAdvice === undefined ? carer.contactAdvice : values.contactAdvice;
    if (safety === 'ask_first' && !advice?.trim())
      errors.push({ field: 'contactAdvice', message: 'Enter how they can be contacted safely' });
    if (errors.length > 0) throw invalid(errors);
    if (Object.keys(contacts).length > 0) await this.assertMayChangeContacts(carer, contacts);
    const { name, firstLanguage, interpreter } = values;
    await changeVersioned(Carer, { id: carerId }, version, givenFields({ name, firstLanguage, interpreter }));
    if (Object.keys(contacts).length > 0) await db().update(CarerContacts, { carerId }, contacts);
    await audit('change carer', 'carer', { childId, subjectId: carerId });
  }

  private async assertMayChangeContacts(
    carer: CarerOfChild,
    contacts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (await this.areContactsProtected(carer.id)) throw contactsProtected();
    const moves = (['address', 'postcode'] as const).some(
      (field) => contacts[field] !== undefined && contacts[field] !== carer[field],
    );
    const [home] = await query(
      'select household_id from carer_stays where carer_id = $1 and ended_on is null',
      [carer.id],
    );
    if (moves && home)
      throw invalidField('address', 'This is the address of their home. Change it there, or record a move');
  }

  private async assertNotRecorded(childId: string, draft: NewCarer): Promise<void> {
    const ofChild = (await this.everyCarerOf(childId)).filter((carer) => isProbablySame(carer, draft));
    const same = [...ofChild, ...(await this.ofOtherChildren(childId, draft))].filter(
      (carer) => !draft.notTheSameAs?.includes(carer.id),
    );
    if (same.length === 0) return;
    throw new ProblemError(409, PROBABLY_RECORDED, [], {
      possibleCarers: [...new Map(same.map((one) => [one.id, one])).values()].map(
        ({ id, name, relationship, endedOn }) => ({ id, name, relationship, endedOn }),
      ),
    });
  }

  /** People of the same name and telephone number or postcode who care for another child, where the reader may know both. */
  private async ofOtherChildren(childId: string, draft: NewCarer) {
    const { values } = validateDetails({ telephone: draft.telephone, postcode: draft.postcode });
    return query<{ id: string; name: string; relationship: null; endedOn: null }>(
      `select c.id, c.name, null as relationship, null as ended_on from carers c join carer_contacts t on t.carer_id = c.id
       where access.same_name(c.name) = access.same_name($2) and (t.telephone = $3 or t.postcode = $4)
         and not exists (select from child_carers l where l.carer_id = c.id and l.child_id = $1) order by c.id limit 5`,
      [childId, draft.name, values.telephone ?? null, values.postcode ?? null],
    );
  }

  private async recordCarer(draft: NewCarer): Promise<string> {
    const { values, errors } = validateDetails(draft);
    if (errors.length > 0) throw invalid(errors);
    const id = newId();
    await db().insert(Carer, {
      id,
      name: values.name,
      firstLanguage: values.firstLanguage ?? null,
      interpreter: values.interpreter ?? null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
      version: 1,
    });
    const { telephone = null, address = null, postcode = null } = values;
    const { safeToContact = null, contactAdvice = null } = values;
    await db().insert(CarerContacts, {
      carerId: id,
      telephone,
      address,
      postcode,
      safeToContact,
      contactAdvice,
    });
    return id;
  }

  /** Is where this person is to be found withheld from the reader? */
  async areContactsProtected(carerId: string): Promise<boolean> {
    return !(await db().existsBy(CarerContacts, { carerId }));
  }

  /** Is this a carer of the child, now or before, within the reader's reach? */
  async isCarerOf(childId: string, carerId: string): Promise<boolean> {
    return isId(childId) && isId(carerId) && (await db().existsBy(ChildCarer, { childId, carerId }));
  }
}

/** A practitioner of a sensitive service is not named, nor one whose agency tells where a hidden child is. */
const CARERS_OF_CHILD = `
  select c.id, c.name, l.relationship, l.parental_responsibility, l.responsibility_basis, l.evidence, l.evidence_seen_on,
    case when l.evidence_seen_by = any(array(select access.people_of_sensitive_agencies()))
        or ($1::uuid in (select access.hidden_children())
          and l.evidence_seen_by = any(array(select access.people_of_location_revealing_agencies())))
      then null else p.name end as evidence_seen_by,
    l.lives_with_child, l.began_on, l.ended_on, l.ending_reason, l.emergency_order,
    l.contact_restriction, l.restriction_basis, l.restricted_from,
    case when l.ended_on is null then r.telephone end as telephone,
    case when l.ended_on is null then r.address end as address,
    case when l.ended_on is null then r.postcode end as postcode,
    case when l.ended_on is null then r.safe_to_contact end as safe_to_contact,
    case when l.ended_on is null then r.contact_advice end as contact_advice,
    c.first_language, c.interpreter, l.version, c.version as person_version
  from child_carers l join carers c on c.id = l.carer_id left join carer_contacts r on r.carer_id = c.id
  left join practitioners p on p.id = l.evidence_seen_by
  where l.child_id = $1 order by l.ended_on is not null, l.parental_responsibility = 'yes' desc, access.name_order(c.name), c.id, l.ended_on desc`;
