import {
  type ChildIdentity,
  type DetailsDraft,
  type FormerName,
  validateBirth,
  validateName,
} from '#libs/casework/children';
import type { FormReader } from '#libs/page-kit';
import {
  ADDRESS_TYPES,
  checkNhsNumber,
  checkPersonName,
  checkPostcode,
  checkTelephone,
  checkUpn,
  type CodeList,
  DISABILITIES,
  ETHNICITIES,
  INTERPRETERS,
  keysOf,
  LANGUAGES,
  optionsOf,
  RELIGIONS,
  SEN_PROVISIONS,
  SEAL_REASONS,
  SEXES,
} from '#libs/terms';
import { checkedLine } from '../shared/checked-line.js';

interface LocalityChoice {
  readonly id: string;
  readonly name: string;
}

/** The required part: who the child is. The locality is asked for only if localities are given. */
export function readIdentity(
  form: FormReader,
  localities: readonly LocalityChoice[] | null,
  today: string,
): ChildIdentity {
  const identity = {
    givenNames: checkedLine(form, 'givenNames', 'the given names', checkPersonName, 100) ?? '',
    familyName: checkedLine(form, 'familyName', 'the family name', checkPersonName, 100) ?? '',
    sex: form.choice('sex', keysOf(SEXES), { label: 'the sex' }),
    dateOfBirth: form.optionalDate('dateOfBirth', { label: 'the date of birth' }),
    expectedDate: form.optionalDate('expectedDate', { label: 'the expected date' }),
    ...(localities && {
      localityId: form.choice(
        'localityId',
        localities.map(({ id }) => id),
        { label: 'the locality where the child lives' },
      ),
    }),
  };
  const nameFaulty = form.errors.some(({ field }) => field === 'givenNames' || field === 'familyName');
  if (!nameFaulty) for (const { field, message } of validateName(identity)) form.reject(field, message);
  const dateFaulty = form.errors.some(({ field }) => field === 'dateOfBirth' || field === 'expectedDate');
  if (!dateFaulty)
    for (const { field, message } of validateBirth(identity, today)) form.reject(field, message);
  return identity;
}

const NAME_DECISIONS = {
  keep: 'They have a new name: find them by the old one too',
  seal: 'They have a new name, and the old one must not be found or shown',
  correct: 'The name was spelt wrongly: do not keep the old spelling',
} as const satisfies CodeList;

/** What becomes of the old name when the name changes. */
export function readFormerName(form: FormReader): FormerName {
  const as = form.optionalChoice('formerName', keysOf(NAME_DECISIONS), {
    label: 'what happens to the old name',
  });
  if (as !== 'seal') return { as: as ?? 'keep' };
  return {
    as,
    reason: form.choice('sealReason', keysOf(SEAL_REASONS), { label: 'why the old name is sealed' }),
  };
}

/** The optional part: how the child lives. */
export function readDetails(form: FormReader): DetailsDraft {
  const line = (name: string, label: string, max = 200): string | null =>
    form.optionalText(name, { label, max });
  const one = (name: string, list: CodeList, label: string): string | null =>
    form.optionalChoice(name, keysOf(list), { label });
  const disabilities = form.choices('disabilities', keysOf(DISABILITIES), {
    label: 'disabilities',
    optional: true,
  });
  if (disabilities.includes('NONE') && disabilities.length > 1)
    form.reject('disabilities', 'Select “No disability” alone, or the disabilities');
  return {
    address: form.optionalLongText('address', { label: 'the address', max: 300 }),
    postcode: checkedLine(form, 'postcode', 'the postcode', checkPostcode),
    telephone: checkedLine(form, 'telephone', 'the telephone number', checkTelephone),
    accommodation: one('accommodation', ADDRESS_TYPES, 'the type of address'),
    educationSetting: line('educationSetting', 'the school or setting'),
    gp: line('gp', 'the GP practice'),
    firstLanguage: one('firstLanguage', LANGUAGES, 'the first language'),
    interpreter: one('interpreter', INTERPRETERS, 'the interpreter'),
    communicationNeeds: form.optionalLongText('communicationNeeds', {
      label: 'communication needs',
      max: 2000,
    }),
    ethnicity: one('ethnicity', ETHNICITIES, 'the ethnicity'),
    ethnicityNote: line('ethnicityNote', 'the family’s own words'),
    religion: one('religion', RELIGIONS, 'the religion'),
    disabilities,
    disabilityNote: form.optionalLongText('disabilityNote', { label: 'the note on disability', max: 2000 }),
    senProvision: one('senProvision', SEN_PROVISIONS, 'special educational needs'),
    nhsNumber: checkedLine(form, 'nhsNumber', 'the NHS number', checkNhsNumber),
    upn: checkedLine(form, 'upn', 'the unique pupil number', checkUpn),
  };
}

/** Maps the service's errors to the form's field names. */
export const withFormFieldNames = <E extends { field: string }>(errors: readonly E[]): E[] =>
  errors.map((error) => ({ ...error, field: error.field.replace(/^details\./, '') }));

export const choicesOfForm = (localities: readonly LocalityChoice[]) => ({
  nameDecisions: optionsOf(NAME_DECISIONS),
  sealReasons: [{ value: '', text: 'Choose' }, ...optionsOf(SEAL_REASONS)],
  sexes: optionsOf(SEXES),
  localities: [
    { value: '', text: 'Choose a locality' },
    ...localities.map(({ id, name }) => ({ value: id, text: name })),
  ],
  accommodations: optional(ADDRESS_TYPES),
  languages: optional(LANGUAGES),
  interpreters: optional(INTERPRETERS),
  ethnicities: optional(ETHNICITIES),
  religions: optional(RELIGIONS),
  disabilities: optionsOf(DISABILITIES).map((item) =>
    item.value === 'NONE' ? { ...item, behaviour: 'exclusive' } : item,
  ),
  senProvisions: optional(SEN_PROVISIONS),
});

export const optional = (list: CodeList) => [{ value: '', text: 'Not asked yet' }, ...optionsOf(list)];

/** Initial form values for changing a child's record. */
export function toFormValues(identity: ChildIdentity, details: DetailsDraft | null): Record<string, unknown> {
  const { dateOfBirth, expectedDate, ...words } = identity;
  return {
    ...words,
    ...details,
    ...dateParts('dateOfBirth', dateOfBirth),
    ...dateParts('expectedDate', expectedDate),
  };
}

function dateParts(name: string, iso: string | null | undefined): Record<string, string> {
  if (!iso) return {};
  const [year, month, day] = iso.split('-').map((part) => String(Number(part)));
  return { [`${name}-day`]: day!, [`${name}-month`]: month!, [`${name}-year`]: year! };
}
