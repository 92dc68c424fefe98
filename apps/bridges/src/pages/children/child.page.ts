import type { CarerOfChild, Child, ChildContext, ChildName, DetailsView } from '#libs/casework/children';
import type { DeathView } from '#libs/casework/child-deaths';
import type { RecordSide } from '#libs/casework/duplicates';
import { ageOf, birthText, born, date } from '#libs/page-kit';
import { type Birth, birthKind } from '#libs/platform';
import {
  ACCESS_NEEDS,
  ADDRESS_TYPES,
  ARRANGED,
  CHILD_NAME_KINDS,
  type CodeList,
  DEATH_SOURCES,
  DISABILITIES,
  ETHNICITIES,
  formatNhsNumber,
  IMMIGRATION_STATUSES,
  INTERPRETERS,
  LANGUAGES,
  LOOKED_AFTER,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RELIGIONS,
  SCHOOL_ATTENDANCES,
  SEAL_REASONS,
  SEN_NEEDS,
  SEN_PROVISIONS,
  SEXES,
  YEAR_GROUPS,
  YES_NO_NOT_KNOWN,
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

export function identityRows(
  child: Child,
  localityName: string | null,
  today: string,
  death: DeathView | null = null,
): Row[] {
  return [
    row('Name', fullName(child)),
    row('Sex', labelIn(SEXES, child.sex)),
    birthRow(child, today, Boolean(death)),
    ...(death && !death.beforeBirth ? [row('Date of death', describeDeathDate(death))] : []),
    ...(localityName === null ? [] : [row('Locality', localityName)]),
  ];
}

const BIRTH_KEYS = {
  exact: 'Date of birth',
  month: 'Month of birth',
  year: 'Year of birth',
  about: 'Estimated age',
  expected: 'Expected date',
} as const;

/** What is known of the birth, and the age that comes of it: "March 2012 (13 or 14 years)". */
function birthRow(birth: Birth, today: string, hasDied: boolean): Row {
  const kind = birthKind(birth) ?? 'expected';
  // The age of a child who died does not go on.
  const now = hasDied ? '' : ageOf(birth, today);
  const text = birthText(birth);
  if (kind === 'about') return row(BIRTH_KEYS.about, `A${text.slice(1)}${now && ` (${now} now)`}`);
  return row(BIRTH_KEYS[kind], now ? `${text} (${now})` : text);
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

/** What another record of the same child says, as far as the reader may see it. */
export const toOtherRecordView = (
  mergeId: string,
  { child, details, names, carers, episodes }: RecordSide,
) => ({
  id: child.id,
  name: fullName(child),
  born: born(child),
  names,
  nhsNumber: details?.nhsNumber ? formatNhsNumber(details.nhsNumber) : null,
  carers: carers.map(
    ({ name, relationship }) => `${name}, ${(labelIn(RELATIONSHIPS, relationship) ?? '').toLowerCase()}`,
  ),
  episodes: episodes.map(({ id, open, openedAt }) => ({ id, open, openedAt })),
  mergeHref: `/duplicates/merges/${mergeId}`,
});

/** "3 March 2026", "about 3 March 2026", "Not known". */
export const describeDeathDate = ({ diedOn, dateKnown }: DeathView): string =>
  diedOn ? `${dateKnown === 'about' ? 'about ' : ''}${date(diedOn)}` : 'Not known';

/** What the page says of the death, under the name. */
export const toDeathView = (death: DeathView) => ({
  beforeBirth: death.beforeBirth,
  date: describeDeathDate(death),
  isDateKnown: death.diedOn !== null,
  source: death.source && labelIn(DEATH_SOURCES, death.source),
  note: death.note ?? null,
  recordedBy: death.recordedBy,
  recordedAt: death.recordedAt,
  mayUndo: death.mayUndo,
});

/** What is recorded, and by name what is not: a page of empty rows hides the few that say something. */
export function toDetailsView(details: DetailsView) {
  const rows = detailRows(details);
  return {
    rows: rows.filter(({ value }) => value),
    notRecorded: rows.filter(({ value }) => !value).map(({ key }) => withinSentence(key)),
  };
}

/** 'Religion' becomes 'religion', and 'NHS number' stays. */
const withinSentence = (label: string): string =>
  /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

function detailRows(details: DetailsView): Row[] {
  return [
    ...contactRows(details),
    row('First language', labelIn(LANGUAGES, details.firstLanguage)),
    ...(details.otherLanguages.length === 0
      ? []
      : [row('Other languages', labelsIn(LANGUAGES, details.otherLanguages))]),
    row(
      'Interpreter',
      sentences(labelIn(INTERPRETERS, details.interpreter), labelIn(ARRANGED, details.interpreterArranged)),
    ),
    row('Communication needs', details.communicationNeeds),
    row('Access needs', accessNeedsText(details)),
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
    row(
      'Special educational needs',
      sentences(labelIn(SEN_PROVISIONS, details.senProvision), labelsIn(SEN_NEEDS, details.senNeeds)),
    ),
    row('Young carer', labelIn(YES_NO_NOT_KNOWN, details.youngCarer)),
    row('At risk of exclusion', labelIn(YES_NO_NOT_KNOWN, details.exclusionRisk)),
    row('Looked after', lookedAfterText(details)),
    row('NHS number', details.nhsNumber ? formatNhsNumber(details.nhsNumber) : null),
    row('Unique learner number', details.uln),
    ...(details.contactProtected ? [] : [row('Unique pupil number', details.upn)]),
  ];
}

const labelsIn = (list: CodeList, keys: readonly string[]): string =>
  keys.map((key) => labelIn(list, key)).join(', ');
const sentences = (...parts: (string | null | false)[]): string | null =>
  parts.filter(Boolean).join('. ') || null;

/** "Large print (arranged), transport (not arranged yet)". */
function accessNeedsText({ accessNeeds, accessNeedsArranged }: DetailsView): string | null {
  const text = accessNeeds
    .map(
      (need) =>
        `${labelIn(ACCESS_NEEDS, need)} (${accessNeedsArranged.includes(need) ? 'arranged' : 'not arranged yet'})`,
    )
    .join(', ');
  return text || null;
}

function lookedAfterText({ lookedAfter, lookedAfterFrom, lookedAfterUntil }: DetailsView): string | null {
  const from = lookedAfterFrom && `From ${date(lookedAfterFrom)}`;
  const until = lookedAfterUntil && `until ${date(lookedAfterUntil)}`;
  return sentences(labelIn(LOOKED_AFTER, lookedAfter), [from, until].filter(Boolean).join(' '));
}

/** What a child has several of: schools and numbers, which a shield hides, and immigration status, which has a topic. */
export function toContextView({ schools, references, immigration }: ChildContext) {
  return {
    schools: schools.map((school) => ({
      id: school.id,
      setting: school.setting,
      text: [
        labelIn(SCHOOL_ATTENDANCES, school.attendance),
        school.yearGroup && labelIn(YEAR_GROUPS, school.yearGroup),
        periodText(school.fromOn, school.untilOn),
      ]
        .filter(Boolean)
        .join(', '),
    })),
    references: references.map(({ id, system, number }) => ({ id, system, number })),
    immigration: immigration.map(({ status, note, recordedAt }) => ({
      status: labelIn(IMMIGRATION_STATUSES, status),
      note,
      recordedAt,
    })),
  };
}

function periodText(from: string | null, until: string | null): string {
  if (!from) return until ? `until ${date(until)}` : '';
  return until ? `${date(from)} to ${date(until)}` : `since ${date(from)}`;
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
