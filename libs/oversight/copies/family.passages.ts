import type { CarerOfChild, Child, ChildName, DetailsView } from '#libs/casework/children';
import type { ChildTieView, HouseholdView } from '#libs/casework/families';
import type { ContactDetail, IncludesContact } from '#libs/casework/shields';
import { born, date } from '#libs/page-kit';
import {
  CHILD_TIES,
  type CodeList,
  CONTACT_RESTRICTIONS,
  DISABILITIES,
  ETHNICITIES,
  HOUSEHOLD_KINDS,
  INTERPRETERS,
  LANGUAGES,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RELIGIONS,
  RESPONSIBILITY_BASES,
  RESTRICTION_BASES,
  SAFE_TO_CONTACT,
  SEN_PROVISIONS,
  SEXES,
  fullName,
  STAY_PATTERNS,
} from '#libs/terms';
import { type CopyPassage, linesOf, passage, type PassageKind } from './copy.js';

const labelIn = (list: CodeList, key: string | null): string | null =>
  key === null ? null : (list[key] ?? key);
const nameOf = ({ givenNames, familyName }: Child): string => fullName({ givenNames, familyName });

/** Who the child is: T0. */
export function childPassage(child: Child, names: readonly ChildName[]): CopyPassage[] {
  const text = [labelIn(SEXES, child.sex), born(child), ...otherNames(names)];
  return passage('index', `child:${child.id}`, nameOf(child), text.filter(Boolean).join(', '));
}

/** A sealed name is in no copy, whoever prepares it. */
const otherNames = (names: readonly ChildName[]): string[] =>
  names
    .filter(({ sealedAt }) => sealedAt === null)
    .map((name) => `${name.kind === 'known_as' ? 'also known as' : 'formerly'} ${fullName(name)}`);

/** How the child lives, and who cares for them: T1. A shield hides what would reveal the address. */
export function detailPassages(
  child: Child,
  details: DetailsView | null,
  keeps: IncludesContact,
): CopyPassage[] {
  if (!details) return [];
  const part = (kind: PassageKind, field: string, label: string, text: string | null): CopyPassage[] =>
    passage(kind, `child:${child.id}:${field}`, `${label}, ${nameOf(child)}`, text);
  const contact = (detail: ContactDetail, label: string, text: string | null): CopyPassage[] =>
    keeps({ kind: 'child', id: child.id }, detail) ? part('contact', detail, label, text) : [];
  const disabilities = (details.disabilities ?? []).map((one) => labelIn(DISABILITIES, one)).join(', ');
  return [
    ...contact('address', 'Address', [details.address, details.postcode].filter(Boolean).join(', ')),
    ...contact('telephone', 'Telephone', details.telephone),
    ...contact('education', 'School, nursery or college', details.educationSetting),
    ...contact('gp', 'GP practice', details.gp),
    ...part('basic', 'language', 'First language', labelIn(LANGUAGES, details.firstLanguage)),
    ...part('basic', 'interpreter', 'Interpreter', labelIn(INTERPRETERS, details.interpreter)),
    ...part('basic', 'communication', 'Communication needs', details.communicationNeeds),
    ...part(
      'basic',
      'ethnicity',
      'Ethnicity',
      [labelIn(ETHNICITIES, details.ethnicity), details.ethnicityNote].filter(Boolean).join('. '),
    ),
    ...part('basic', 'religion', 'Religion', labelIn(RELIGIONS, details.religion)),
    ...part(
      'basic',
      'disability',
      'Disability',
      linesOf([null, disabilities], [null, details.disabilityNote]),
    ),
    ...part('basic', 'sen', 'Special educational needs', labelIn(SEN_PROVISIONS, details.senProvision)),
  ];
}

export function carerPassages(
  child: Child,
  carers: readonly CarerOfChild[],
  keeps: IncludesContact,
): CopyPassage[] {
  return carers.flatMap((carer) => {
    const key = `child:${child.id}:carer:${carer.id}`;
    const contact = (detail: ContactDetail, what: string, text: string | null): CopyPassage[] =>
      keeps({ kind: 'carer', id: carer.id }, detail)
        ? passage('contact', `${key}:${detail}`, `${what} of ${carer.name}`, text)
        : [];
    const label = `${labelIn(RELATIONSHIPS, carer.relationship)} of ${nameOf(child)}`;
    return [
      ...passage(
        'basic',
        key,
        label,
        linesOf(
          [null, carer.name],
          [null, labelIn(PARENTAL_RESPONSIBILITIES, carer.parentalResponsibility)],
          ['Because of', labelIn(RESPONSIBILITY_BASES, carer.responsibilityBasis)],
          ['First language', labelIn(LANGUAGES, carer.firstLanguage)],
        ),
      ),
      ...(keeps({ kind: 'carer', id: carer.id }, 'safety') ? restrictionPassage(key, carer, child) : []),
      ...contact(
        'safety',
        'Safe contact',
        linesOf([null, labelIn(SAFE_TO_CONTACT, carer.safeToContact)], [null, carer.contactAdvice]),
      ),
      ...contact('telephone', 'Telephone', carer.telephone),
      ...contact('address', 'Address', [carer.address, carer.postcode].filter(Boolean).join(', ')),
    ];
  });
}

/** Told to practitioners and to the person themselves. */
function restrictionPassage(key: string, carer: CarerOfChild, child: Child): CopyPassage[] {
  if (carer.contactRestriction === null || carer.contactRestriction === 'none') return [];
  return passage(
    'basic',
    `${key}:restriction`,
    `Contact of ${carer.name} with ${nameOf(child)}`,
    linesOf(
      [null, labelIn(CONTACT_RESTRICTIONS, carer.contactRestriction)],
      ['Because of', labelIn(RESTRICTION_BASES, carer.restrictionBasis)],
      ['Since', carer.restrictedFrom && date(carer.restrictedFrom)],
    ),
  );
}

/** How the child is related to others, as far as the reader may read both records. */
export const childTiePassages = (child: Child, ties: readonly ChildTieView[]): CopyPassage[] =>
  ties
    .filter(({ endedOn }) => endedOn === null)
    .flatMap((tie) =>
      passage(
        'basic',
        `child:${child.id}:tie:${tie.id}`,
        `${labelIn(CHILD_TIES, tie.kind)} of ${nameOf(child)}`,
        fullName(tie.child),
      ),
    );

/** The homes of now, each with who lives there, for a reader who gets the address of one of them. */
export const homePassages = (
  child: Child,
  homes: readonly HouseholdView[],
  keeps: IncludesContact,
): CopyPassage[] =>
  homes.flatMap((home) => {
    const members = home.members.filter(({ endedOn }) => endedOn === null);
    if (!home.isPresent || !members.some(({ kind, personId }) => keeps({ kind, id: personId }, 'address')))
      return [];
    return passage(
      'contact',
      `child:${child.id}:home:${home.id}`,
      `${labelIn(HOUSEHOLD_KINDS, home.kind)}, ${nameOf(child)}`,
      linesOf(
        [null, [home.address, home.postcode].filter(Boolean).join(', ')],
        ...members.map(({ name, pattern }): [string, string | null] => [
          name,
          labelIn(STAY_PATTERNS, pattern),
        ]),
      ),
    );
  });
