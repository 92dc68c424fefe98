import { Inject, Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  actor,
  type Birth,
  BIRTH_COLUMNS,
  changeVersioned,
  CONFIG,
  type Config,
  conflict,
  db,
  forbidden,
  givenFields,
  invalid,
  invalidField,
  isId,
  londonDate,
  newId,
  NO_BIRTH,
  now,
  ProblemError,
  query,
  unreachable,
} from '#libs/platform';
import { fullName, type NameParts } from '#libs/terms';
import { CarersService, type CarerDraft } from './carers.service.js';
import { ChildNamesService, type FormerName } from './child-names.service.js';
import { Child, ChildContacts, ChildDetails } from './child.entity.js';
import { DeclaredRelative } from './carer.entity.js';
import { validateBirth } from './birth.rules.js';
import { validateContext } from './child-context.rules.js';
import { validateDetails, validateNameParts } from './child.rules.js';
import { type ChildToCompare, PossibleDuplicatesService } from './possible-duplicates.service.js';
import { mayEditFamily } from './family-edit.js';
import { contactsProtected, type DetailsView, isHidden, NO_CONTACTS, parted } from './contacts.js';

export interface ChildIdentity extends Birth {
  readonly givenNames: string;
  readonly familyName: string;
  readonly sex: string;
  readonly localityId?: string | null;
}
export type DetailsDraft = Partial<
  Omit<ChildDetails & ChildContacts, 'childId' | 'updatedBy' | 'updatedAt' | 'version'>
>;
export type Sibling = Pick<Child, 'id' | 'givenNames' | 'familyName' | keyof Birth>;
export interface ChildDraft extends Partial<NameParts>, Omit<ChildIdentity, keyof NameParts> {
  /** Another name that the child goes by: the first of their further names. */
  readonly alsoKnownAs?: string | null;
  readonly details?: DetailsDraft;
  readonly carers?: readonly CarerDraft[];
  /** An expected date far off or long past is right. */
  readonly expectedDateConfirmed?: boolean;
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
  otherLanguages: [],
  interpreterArranged: null,
  accessNeeds: [],
  accessNeedsArranged: [],
  senNeeds: [],
  youngCarer: null,
  exclusionRisk: null,
  lookedAfter: null,
  lookedAfterFrom: null,
  lookedAfterUntil: null,
  uln: null,
  version: 1,
};

/** Children and young people: who they are (T0) and how they live (T1). */
@Injectable()
export class ChildrenService {
  constructor(
    private readonly duplicates: PossibleDuplicatesService,
    private readonly carers: CarersService,
    private readonly names: ChildNamesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Records a new child. Throws 409 with the likely duplicates until the practitioner says that they are other
   * children.
   */
  async recordChild(draft: ChildDraft): Promise<string> {
    const {
      details = {},
      carers = [],
      notTheSameAs = [],
      expectedDateConfirmed = false,
      alsoKnownAs,
      ...fields
    } = draft;
    const named = { ...fields, givenNames: fields.givenNames ?? '', familyName: fields.familyName ?? '' };
    const { values: identity, errors: identityErrors } = validateDetails(named);
    const other = validateDetails({ alsoKnownAs });
    const checked = validateDetails(details, 'details.');
    const errors = [
      ...validateNameParts(identity),
      ...identityErrors,
      ...other.errors,
      ...validateBirth(identity, londonDate(now()), expectedDateConfirmed),
      ...checked.errors,
      ...validateContext(checked.values, londonDate(now()), 'details.'),
    ];
    if (errors.length > 0) throw invalid(errors);
    const apart = await this.assertNoDuplicate({ ...identity, ...checked.values, carers }, notTheSameAs);
    const id = newId();
    await db().insert(Child, {
      ...NO_BIRTH,
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
    await this.duplicates.keepApart(id, apart);
    for (const carer of carers) await this.carers.addCarer(id, carer, { isNewChild: true });
    if (other.values.alsoKnownAs)
      await this.names.addName(id, { kind: 'known_as', givenNames: other.values.alsoKnownAs });
    await audit('record child', 'child', { childId: id });
    return id;
  }

  /**
   * The child recorded from a draft before, by what it says once other requests that record from it have ended; null where
   * there is none.
   */
  async recordedFrom(draftId: string, saidBy: () => Promise<string | undefined>): Promise<string | null> {
    await db().query("select pg_advisory_xact_lock(hashtextextended('new child ' || $1::text, 0))", [
      draftId,
    ]);
    const childId = await saidBy();
    // The draft says so before the record is committed, so it may say so of a record that was not.
    return childId && (await db().existsBy(Child, { id: childId })) ? childId : null;
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
    changes: Partial<ChildIdentity> & {
      details?: DetailsDraft;
      /** Kept if left out; `ask` throws 409 where the name changes and all else is valid. */
      formerName?: FormerName | 'ask';
      expectedDateConfirmed?: boolean;
    },
  ): Promise<void> {
    const { child, details } = await this.find(id);
    await this.permitEdit(id);
    const {
      details: newDetails,
      formerName = { as: 'keep' },
      expectedDateConfirmed = false,
      ...fields
    } = changes;
    const { values: identity, errors: identityErrors } = validateDetails(
      withEmptyParts(wholeBirth(givenFields(fields))),
    );
    const checked = validateDetails(newDetails ?? {}, 'details.');
    const errors = [
      ...validateNameParts({ ...child, ...identity }),
      ...identityErrors,
      ...validateBirth(
        { ...child, ...identity },
        londonDate(now()),
        expectedDateConfirmed || (identity.expectedDate ?? child.expectedDate) === child.expectedDate,
      ),
      ...checked.errors,
      ...validateContext({ ...details, ...givenFields(checked.values) }, londonDate(now()), 'details.'),
    ];
    if (errors.length > 0) throw invalid(errors);
    const { contacts, rest } = parted(checked.values);
    const changesContacts = Object.keys(contacts).length > 0;
    if (details?.contactProtected && (changesContacts || identity.localityId !== undefined))
      throw contactsProtected();
    if (details) await assertAddressIsOwn(id, details, contacts);
    const { givenNames, familyName } = child;
    await changeVersioned(Child, { id }, version, identity, () => this.find(id));
    const isRenamed = fullName({ givenNames, familyName, ...givenFields(identity) }) !== fullName(child);
    if (isRenamed && formerName !== 'ask')
      await this.names.replaceName(id, { givenNames, familyName }, formerName);
    if (newDetails && details) {
      const written = { updatedBy: actor().practitionerId, updatedAt: now() };
      await changeVersioned(ChildDetails, { childId: id }, details.version, { ...rest, ...written });
      if (changesContacts) await db().update(ChildContacts, { childId: id }, contacts);
    }
    if (isRenamed && formerName === 'ask') throw FORMER_NAME_UNDECIDED();
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
      `select k.id, k.given_names, k.family_name, ${BIRTH_COLUMNS('k')}
       from children k
       where k.id in (select theirs.child_id from child_carers mine
         join child_carers theirs on theirs.carer_id = mine.carer_id and theirs.child_id <> mine.child_id
           and theirs.ending_reason is distinct from 'recorded_in_error'
         where mine.child_id = $1 and mine.ending_reason is distinct from 'recorded_in_error')
         -- Another record of the same child is no brother or sister.
         and not exists (select from child_merges m where m.decision = 'approved' and m.undone_at is null
           and (($1, k.id) in ((m.kept_child_id, m.other_child_id), (m.other_child_id, m.kept_child_id))))
       order by k.born_earliest nulls last, k.id`,
      [childId],
    );
  }

  /** Which of these the signed-in practitioner may do on this child, in one question. */
  async permissionsOn(id: string, permissions: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await query<{ permission: string }>(
      'select p as permission from unnest($2::text[]) p where $1::uuid in (select access.may_child(p))',
      [id, permissions],
    );
    return new Set(rows.map(({ permission }) => permission));
  }

  /** May the signed-in practitioner change this child's record? */
  mayEdit(id: string): Promise<boolean> {
    return mayEditFamily(id);
  }

  private async permitEdit(id: string): Promise<void> {
    if (!(await this.mayEdit(id)))
      throw forbidden('You cannot change this record. Ask the lead professional.');
  }

  /** The children whom the practitioner found to be others. Throws 409 as long as there is one that they have not answered. */
  private async assertNoDuplicate(child: ChildToCompare, notTheSameAs: readonly string[]): Promise<string[]> {
    const likely = await this.duplicates.of(child);
    const unanswered = likely.filter(({ id }) => !notTheSameAs.includes(id));
    if (unanswered.length === 0) return likely.map(({ id }) => id);
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

const FORMER_NAME_UNDECIDED = (): ProblemError =>
  new ProblemError(409, 'Select what should happen to the old name.', [], { isFormerNameUndecided: true });

/** A birth is known in one way: where another is given, the one before it is cleared. */
function wholeBirth<T extends Birth>(fields: T): T {
  const isGiven = Object.keys(NO_BIRTH).some((column) => fields[column as keyof Birth] != null);
  return isGiven ? { ...NO_BIRTH, ...fields } : fields;
}

/** The address of a child who has a recorded home is that of the home. */
async function assertAddressIsOwn(
  childId: string,
  present: DetailsView,
  contacts: Partial<ChildContacts>,
): Promise<void> {
  const moved = (['address', 'postcode', 'accommodation'] as const).find(
    (field) => contacts[field] !== undefined && contacts[field] !== present[field],
  );
  if (!moved) return;
  const [home] = await query(
    'select household_id from child_stays where child_id = $1 and ended_on is null',
    [childId],
  );
  if (home)
    throw invalidField(
      `details.${moved}`,
      'This is the address of the child’s home. Change it there, or record a move',
    );
}

/** A part of the name that was cleared is empty, not absent. */
function withEmptyParts<T extends object>(fields: T): T {
  const parts = Object.entries(fields).filter(
    ([field, value]) => NAME_PARTS.includes(field) && value === null,
  );
  return { ...fields, ...Object.fromEntries(parts.map(([field]) => [field, ''])) };
}
const NAME_PARTS: readonly string[] = ['givenNames', 'familyName'] satisfies (keyof NameParts)[];
