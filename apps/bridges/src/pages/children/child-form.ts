import {
  type ChildIdentity,
  type DetailsDraft,
  validateContext,
  validateNameParts,
} from '#libs/casework/children';
import type { FormReader } from '#libs/page-kit';
import type { Birth } from '#libs/platform';
import {
  ACCESS_NEEDS,
  ADDRESS_TYPES,
  ARRANGED,
  checkNhsNumber,
  checkPersonName,
  checkPostcode,
  checkTelephone,
  checkUln,
  checkUpn,
  type CodeList,
  DISABILITIES,
  ETHNICITIES,
  INTERPRETERS,
  keysOf,
  LANGUAGES,
  LOOKED_AFTER,
  optionsOf,
  RELIGIONS,
  SEN_NEEDS,
  SEN_PROVISIONS,
  SEXES,
  YES_NO_NOT_KNOWN,
} from '#libs/terms';
import { checkedLine } from '../shared/checked-line.js';
import { birthValues, dateParts, readBirth } from './birth-form.js';

interface LocalityChoice {
  readonly id: string;
  readonly name: string;
}

/** The required part: who the child is. The locality is asked for only if localities are given. */
export function readIdentity(
  form: FormReader,
  localities: readonly LocalityChoice[] | null,
  today: string,
  stored?: Birth,
): ChildIdentity {
  const identity = {
    givenNames: checkedLine(form, 'givenNames', 'the given names', checkPersonName, 100) ?? '',
    familyName: checkedLine(form, 'familyName', 'the family name', checkPersonName, 100) ?? '',
    sex: form.choice('sex', keysOf(SEXES), { label: 'the sex' }),
    ...readBirth(form, today, stored),
    ...(localities && {
      localityId: form.choice(
        'localityId',
        localities.map(({ id }) => id),
        { label: 'the locality where the child lives' },
      ),
    }),
  };
  const nameFaulty = form.errors.some(({ field }) => field === 'givenNames' || field === 'familyName');
  if (!nameFaulty) for (const { field, message } of validateNameParts(identity)) form.reject(field, message);
  return identity;
}

/** The optional part: how the child lives. */
export function readDetails(form: FormReader, today: string): DetailsDraft {
  const line = (name: string, label: string, max = 200): string | null =>
    form.optionalText(name, { label, max });
  const one = (name: string, list: CodeList, label: string): string | null =>
    form.optionalChoice(name, keysOf(list), { label });
  const many = (name: string, list: CodeList, label: string): string[] =>
    form.choices(name, keysOf(list), { label, optional: true });
  const disabilities = form.choices('disabilities', keysOf(DISABILITIES), {
    label: 'disabilities',
    optional: true,
  });
  if (disabilities.includes('NONE') && disabilities.length > 1)
    form.reject('disabilities', 'Select “No disability” alone, or the disabilities');
  const details: DetailsDraft = {
    address: form.optionalLongText('address', { label: 'the address', max: 300 }),
    postcode: checkedLine(form, 'postcode', 'the postcode', checkPostcode),
    telephone: checkedLine(form, 'telephone', 'the telephone number', checkTelephone),
    accommodation: one('accommodation', ADDRESS_TYPES, 'the type of address'),
    educationSetting: line('educationSetting', 'the school or setting'),
    gp: line('gp', 'the GP practice'),
    firstLanguage: one('firstLanguage', LANGUAGES, 'the first language'),
    otherLanguages: many('otherLanguages', LANGUAGES, 'the other languages'),
    interpreter: one('interpreter', INTERPRETERS, 'the interpreter'),
    interpreterArranged: one('interpreterArranged', ARRANGED, 'whether an interpreter is arranged'),
    accessNeeds: many('accessNeeds', ACCESS_NEEDS, 'the access needs'),
    accessNeedsArranged: many('accessNeedsArranged', ACCESS_NEEDS, 'the needs that are arranged'),
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
    senNeeds: ranked(
      one('senNeed', SEN_NEEDS, 'the main type of need'),
      one('senSecondNeed', SEN_NEEDS, 'the second type of need'),
    ),
    youngCarer: one('youngCarer', YES_NO_NOT_KNOWN, 'whether the child is a young carer'),
    exclusionRisk: one('exclusionRisk', YES_NO_NOT_KNOWN, 'whether the child is at risk of exclusion'),
    lookedAfter: one('lookedAfter', LOOKED_AFTER, 'whether the child is looked after'),
    lookedAfterFrom: form.optionalDate('lookedAfterFrom', { label: 'the date looked after from' }),
    lookedAfterUntil: form.optionalDate('lookedAfterUntil', { label: 'the date looked after until' }),
    nhsNumber: checkedLine(form, 'nhsNumber', 'the NHS number', checkNhsNumber),
    uln: checkedLine(form, 'uln', 'the unique learner number', checkUln),
    upn: checkedLine(form, 'upn', 'the unique pupil number', checkUpn),
  };
  for (const { field, message } of validateContext(details, today)) form.reject(field, message);
  return details;
}

/** The types of need, the main one first and neither twice. */
const ranked = (...needs: (string | null)[]): string[] => [
  ...new Set(needs.filter((need): need is string => need !== null)),
];

/** Maps the service's errors to the form's field names. */
export const withFormFieldNames = <E extends { field: string }>(errors: readonly E[]): E[] =>
  errors.map((error) => ({ ...error, field: error.field.replace(/^details\./, '') }));

export const choicesOfForm = (localities: readonly LocalityChoice[]) => ({
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
  senNeeds: optional(SEN_NEEDS),
  accessNeeds: optionsOf(ACCESS_NEEDS),
  otherLanguages: optionsOf(LANGUAGES),
  arranged: optional(ARRANGED),
  yesNoNotKnown: optional(YES_NO_NOT_KNOWN),
  lookedAfter: optional(LOOKED_AFTER),
});

export const optional = (list: CodeList) => [{ value: '', text: 'Not asked yet' }, ...optionsOf(list)];

/** Initial form values for changing a child's record. */
export function toFormValues(identity: ChildIdentity, details: DetailsDraft | null): Record<string, unknown> {
  const { dateOfBirth, birthPeriod, estimatedAge, estimatedOn, expectedDate, ...words } = identity;
  const birth = { dateOfBirth, birthPeriod, estimatedAge, estimatedOn, expectedDate } as Birth;
  const [senNeed, senSecondNeed] = details?.senNeeds ?? [];
  return {
    ...words,
    ...details,
    ...birthValues(birth),
    ...dateParts('lookedAfterFrom', details?.lookedAfterFrom),
    ...dateParts('lookedAfterUntil', details?.lookedAfterUntil),
    senNeed,
    senSecondNeed,
  };
}
