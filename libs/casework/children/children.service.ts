import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  actor,
  changeVersioned,
  CONFIG,
  type Config,
  conflict,
  forbidden,
  invalid,
  isId,
  londonDate,
  newId,
  now,
  db,
  ProblemError,
  unreachable,
  query,
} from '#libs/platform';
import { fullName, type NameParts } from '#libs/terms';
import { CarersService, type CarerDraft } from './carers.service.js';
import { ChildNamesService, type FormerName } from './child-names.service.js';
import { Child, ChildContacts, ChildDetails } from './child.entity.js';
import { DeclaredRelative } from './carer.entity.js';
import { validateDetails, validateBirth, validateName } from './child.rules.js';
import { ChildrenSearchService } from './children-search.service.js';
import { contactsProtected, type DetailsView, isHidden, NO_CONTACTS, parted } from './contacts.js';

export interface ChildIdentity {
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
  readonly dateOfBirth?: string | null;
  readonly expectedDate?: string | null;
  readonly localityId?: string | null;
}
export type DetailsDraft = Partial<
  Omit<ChildDetails & ChildContacts, 'childId' | 'updatedBy' | 'updatedAt' | 'version'>
>;
export type Sibling = Pick<Child, 'id' | 'givenNames' | 'familyName' | 'dateOfBirth'>;
export interface ChildDraft extends Partial<NameParts>, Omit<ChildIdentity, keyof NameParts> {
  /** Another name that the child goes by: the first of their further names. */
  readonly alsoKnownAs?: string | null;
  readonly details?: DetailsDraft;
  readonly carers?: readonly CarerDraft[];
  /** Likely duplicates that the practitioner checked and found to be other children. */
  readonly notTheSameAs?: readonly string[];
}

const NO_DETAILS: Omit<ChildDetails, 'childId' | 'updatedBy' | 'updatedAt'> = {
  firstLanguage: null,
  interpreter: null,
  communicationNeeds: null,
  ethnicity: null,
  ethnicityNote: null,
  religion: null,
  disabilities: [],
  disabilityNote: null,
  senProvision: null,
  nhsNumber: null,
  version: 1,
};

/** Children and young people: who they are (T0) and how they live (T1). */
@Injectable()
export class ChildrenService {
  constructor(
    private readonly search: ChildrenSearchService,
    private readonly carers: CarersService,
    private readonly names: ChildNamesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Records a new child. Throws 409 with the likely duplicates until the practitioner says that they are other
   * children.
   */
  async recordChild(draft: ChildDraft): Promise<string> {
    const { details = {}, carers = [], notTheSameAs = [], alsoKnownAs, ...fields } = draft;
    const named = { ...fields, givenNames: fields.givenNames ?? '', familyName: fields.familyName ?? '' };
    const { values: identity, errors: identityErrors } = validateDetails(named);
    const other = validateDetails({ alsoKnownAs });
    const checked = validateDetails(details, 'details.');
    const errors = [
      ...validateName(identity),
      ...identityErrors,
      ...other.errors,
      ...validateBirth(identity, londonDate(now())),
      ...checked.errors,
    ];
    if (errors.length > 0) throw invalid(errors);
    await this.assertNoDuplicate(identity, notTheSameAs);
    const id = newId();
    await db().insert(Child, {
      dateOfBirth: null,
      expectedDate: null,
      localityId: null,
      ...identity,
      id,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
      demo: this.config.demo,
      version: 1,
    });
    const { contacts, rest } = parted(checked.values);
    await db().insert(ChildDetails, {
      ...NO_DETAILS,
      ...rest,
      childId: id,
      updatedBy: actor().practitionerId,
      updatedAt: now(),
    });
    await db().insert(ChildContacts, { ...NO_CONTACTS, ...contacts, childId: id });
    for (const carer of carers) await this.carers.addCarer(id, carer);
    if (other.values.alsoKnownAs)
      await this.names.addName(id, { kind: 'known_as', givenNames: other.values.alsoKnownAs });
    await audit('record child', 'child', { childId: id });
    return id;
  }

  /** The child and, at T1, their details, without contacts that are withheld from the reader; 404 when out of reach. */
  async find(id: string): Promise<{ child: Child; details: DetailsView | null }> {
    const child = isId(id) ? await db().findOneBy(Child, { id }) : null;
    if (!child) throw unreachable();
    const details = await db().findOneBy(ChildDetails, { childId: id });
    const contacts = details && (await db().findOneBy(ChildContacts, { childId: id }));
    const contactProtected = contacts === null && (await isHidden(id));
    // The district in which a child lives is a part of the address.
    if (contactProtected) child.localityId = null;
    if (!details) return { child, details: null };
    return { child, details: { ...NO_CONTACTS, ...contacts, ...details, contactProtected } };
  }

  async changeChild(
    id: string,
    version: number,
    changes: Partial<ChildIdentity> & { details?: DetailsDraft; formerName?: FormerName },
  ): Promise<void> {
    const { child, details } = await this.find(id);
    await this.permitEdit(id);
    const { details: newDetails, formerName = { as: 'keep' }, ...fields } = changes;
    const { values: identity, errors: identityErrors } = validateDetails(withEmptyParts(given(fields)));
    const checked = validateDetails(newDetails ?? {}, 'details.');
    const errors = [
      ...validateName({ ...child, ...identity }),
      ...identityErrors,
      ...validateBirth({ ...child, ...identity }, londonDate(now())),
      ...checked.errors,
    ];
    if (errors.length > 0) throw invalid(errors);
    const { contacts, rest } = parted(checked.values);
    const changesContacts = Object.keys(contacts).length > 0;
    if (details?.contactProtected && (changesContacts || identity.localityId !== undefined))
      throw contactsProtected();
    const { givenNames, familyName } = child;
    await changeVersioned(Child, { id }, version, identity, () => this.find(id));
    if (fullName({ givenNames, familyName, ...given(identity) }) !== fullName(child))
      await this.names.replaceName(id, { givenNames, familyName }, formerName);
    if (newDetails && details) {
      const written = { updatedBy: actor().practitionerId, updatedAt: now() };
      await changeVersioned(ChildDetails, { childId: id }, details.version, { ...rest, ...written });
      if (changesContacts) await db().update(ChildContacts, { childId: id }, contacts);
    }
    await audit('change child', 'child', { childId: id });
  }

  /**
   * The practitioner declares a relation to this child: from now on no record about the child is within their reach.
   */
  async declareRelative(childId: string, relationship: string): Promise<void> {
    const { child } = await this.find(childId);
    await audit('declare relative', 'child', { childId: child.id });
    await db().insert(DeclaredRelative, {
      practitionerId: actor().practitionerId,
      childId: child.id,
      relationship,
      declaredAt: now(),
    });
  }

  /** Children who share a carer with this one, as far as they are within reach. */
  siblingsOf(childId: string): Promise<Sibling[]> {
    return query(
      `select distinct k.id, k.given_names, k.family_name, k.date_of_birth
       from child_carers mine
       join child_carers theirs on theirs.carer_id = mine.carer_id and theirs.child_id <> mine.child_id
       join children k on k.id = theirs.child_id
       where mine.child_id = $1 order by k.date_of_birth nulls last, k.id`,
      [childId],
    );
  }

  /** May the signed-in practitioner change this child's record? */
  async mayEdit(id: string): Promise<boolean> {
    const [row] = (await query<{ may: boolean }>(
      "select $1::uuid in (select access.may_child('family.edit')) as may",
      [id],
    )) as [{ may: boolean }];
    return row.may;
  }

  private async permitEdit(id: string): Promise<void> {
    if (!(await this.mayEdit(id)))
      throw forbidden('You cannot change this record. Ask the lead professional.');
  }

  private async assertNoDuplicate(identity: ChildIdentity, notTheSameAs: readonly string[]): Promise<void> {
    const name = fullName(identity);
    const likely = await this.search.possibleDuplicates(
      name,
      identity.dateOfBirth ?? identity.expectedDate ?? null,
    );
    const unanswered = likely.filter((child) => !notTheSameAs.includes(child.id));
    if (unanswered.length === 0) return;
    throw new ProblemError(
      409,
      conflict(
        'This child may already be recorded. Check the children listed, or confirm that none of them is the same child.',
      ).message,
      [],
      {
        possibleDuplicates: unanswered,
      },
    );
  }
}

/** The fields that were given: an undefined one is dropped, so that the column keeps its value. */
function given<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** A part of the name that was cleared is empty, not absent. */
function withEmptyParts<T extends object>(fields: T): T {
  const parts = Object.entries(fields).filter(
    ([field, value]) => NAME_PARTS.includes(field) && value === null,
  );
  return { ...fields, ...Object.fromEntries(parts.map(([field]) => [field, ''])) };
}
const NAME_PARTS: readonly string[] = ['givenNames', 'familyName'] satisfies (keyof NameParts)[];
