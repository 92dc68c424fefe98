import type { CarerOfChild, Child, ChildName, DetailsView } from '#libs/casework/children';
import { age, date } from '#libs/page-kit';
import {
  ADDRESS_TYPES,
  CHILD_NAME_KINDS,
  type CodeList,
  DISABILITIES,
  ETHNICITIES,
  formatNhsNumber,
  INTERPRETERS,
  LANGUAGES,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RELIGIONS,
  SEAL_REASONS,
  SEN_PROVISIONS,
  SEXES,
  fullName,
} from '#libs/terms';

/** The label of a value. A value that is no longer in the list is shown unchanged. */
const labelIn = (list: CodeList, key: string | null): string | null =>
  key === null ? null : (list[key] ?? key);

interface Row {
  readonly key: string;
  readonly value: string | null;
}
const row = (key: string, value: string | null): Row => ({ key, value });

export function identityRows(child: Child, localityName: string | null, today: string): Row[] {
  return [
    row('Name', fullName(child)),
    row('Sex', labelIn(SEXES, child.sex)),
    child.dateOfBirth
      ? row('Date of birth', `${date(child.dateOfBirth)} (${age(child.dateOfBirth, today)})`)
      : row('Expected date', date(child.expectedDate)),
    ...(localityName === null ? [] : [row('Locality', localityName)]),
  ];
}

/** A further name with its kind and dates; a sealed one says why, and that no one else can find or see it. */
export function toNameView(name: ChildName) {
  const dates = [
    name.validFrom && `from ${date(name.validFrom)}`,
    name.validUntil && `until ${date(name.validUntil)}`,
  ];
  return {
    id: name.id,
    name: fullName(name),
    kind: labelIn(CHILD_NAME_KINDS, name.kind),
    dates: dates.filter(Boolean).join(' '),
    sealed: name.sealedAt !== null,
    sealReason: labelIn(SEAL_REASONS, name.sealReason),
  };
}

export function detailRows(details: DetailsView): Row[] {
  return [
    ...contactRows(details),
    row('First language', labelIn(LANGUAGES, details.firstLanguage)),
    row('Interpreter', labelIn(INTERPRETERS, details.interpreter)),
    row('Communication needs', details.communicationNeeds),
    row(
      'Ethnicity',
      [labelIn(ETHNICITIES, details.ethnicity), details.ethnicityNote].filter(Boolean).join('. '),
    ),
    row('Religion', labelIn(RELIGIONS, details.religion)),
    row(
      'Disability',
      [...details.disabilities.map((one) => labelIn(DISABILITIES, one)), details.disabilityNote]
        .filter(Boolean)
        .join('. '),
    ),
    row('Special educational needs', labelIn(SEN_PROVISIONS, details.senProvision)),
    row('NHS number', details.nhsNumber ? formatNhsNumber(details.nhsNumber) : null),
    ...(details.contactProtected ? [] : [row('Unique pupil number', details.upn)]),
  ];
}

function contactRows(details: DetailsView): Row[] {
  if (details.contactProtected) return [row('Contact', 'Protected. Ask information governance.')];
  return [
    row('Address', [details.address, details.postcode].filter(Boolean).join(', ')),
    row('Type of address', labelIn(ADDRESS_TYPES, details.accommodation)),
    row('Telephone', details.telephone),
    row('School, nursery or college', details.educationSetting),
    row('GP practice', details.gp),
  ];
}

export function toCarerView(carer: CarerOfChild) {
  const lives =
    carer.livesWithChild === null
      ? null
      : carer.livesWithChild
        ? 'Lives with the child'
        : 'Does not live with the child';
  const home = [carer.address, carer.postcode].filter(Boolean).join(', ');
  const interpreter =
    carer.interpreter && carer.interpreter !== 'none' ? labelIn(INTERPRETERS, carer.interpreter) : null;
  return {
    name: carer.name,
    relationship: labelIn(RELATIONSHIPS, carer.relationship),
    responsibility:
      carer.parentalResponsibility === 'not_known'
        ? 'Parental responsibility not known'
        : labelIn(PARENTAL_RESPONSIBILITIES, carer.parentalResponsibility),
    telephone: carer.telephone,
    notes: [lives, home || null, labelIn(LANGUAGES, carer.firstLanguage), interpreter]
      .filter(Boolean)
      .join(' · '),
  };
}
