import type { CarerOfChild } from '#libs/casework/children';
import type { FieldError } from '#libs/platform';
import { isKeyOf, labelOf, PARENTAL_RESPONSIBILITIES, RELATIONSHIPS, SEXES } from '#libs/terms';
import type { DraftFields } from './new-child-drafts.js';

export interface NewChildStep {
  readonly name: string;
  readonly title: string;
  /** The parts of the child's form that are on the page; the page of carers has its own. */
  readonly parts: readonly string[];
}

/** The least that begins a record, one thing on a page. The rest is a list of tasks on the child's page. */
export const STEPS: readonly NewChildStep[] = [
  { name: 'name', title: 'What is the child’s name?', parts: ['name'] },
  { name: 'birth', title: 'When was the child born?', parts: ['birth'] },
  { name: 'home', title: 'Where does the child live?', parts: ['home', 'locality'] },
  { name: 'carers', title: 'Who are the parents or carers?', parts: ['carers'] },
];

export const stepNamed = (name: string): NewChildStep | undefined => STEPS.find((step) => step.name === name);
export const stepAfter = ({ name }: NewChildStep): string =>
  STEPS[STEPS.findIndex((step) => step.name === name) + 1]?.name ?? 'check';

/** The step that a field belongs to. */
export function stepOfField(field: string): string {
  if (/^(carer|shared-)/.test(field)) return 'carers';
  if (/^(sex|dateOfBirth|expectedDate|birth|estimated)/.test(field)) return 'birth';
  if (/^(localityId|address|postcode|accommodation|telephone)/.test(field)) return 'home';
  return 'name';
}

export const errorsOfStep = ({ name }: NewChildStep, errors: readonly FieldError[]): FieldError[] =>
  errors.filter(({ field }) => stepOfField(field) === name);

const NOT_FIELDS = new Set(['_csrf', 'find', 'then', 'sibling', 'draft']);

/** What was typed on one page of the steps. */
export const fieldsOf = (body: Readonly<Record<string, unknown>>): DraftFields =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      !NOT_FIELDS.has(name) && (typeof value === 'string' || isTexts(value)) ? [[name, value] as const] : [],
    ),
  );

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

interface Answer {
  readonly key: string;
  readonly value: string;
  readonly step: string;
}

/** The answers so far, to be checked before the child is added. */
export function answersOf(
  fields: DraftFields,
  carers: readonly CarerOfChild[],
  localities: readonly { readonly id: string; readonly name: string }[],
): Answer[] {
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name].trim() : '');
  const date = (name: string): string =>
    ['day', 'month', 'year']
      .map((part) => text(`${name}-${part}`))
      .filter(Boolean)
      .join(' ');
  const label = (list: Readonly<Record<string, string>>, key: string): string =>
    isKeyOf(list, key) ? labelOf(list, key) : '';
  const shared = carers
    .filter(({ id }) => text(`shared-${id}`) !== '')
    .map(({ id, name }) =>
      carerInWords(name, label(RELATIONSHIPS, text(`shared-${id}`)), text(`shared-${id}-responsibility`)),
    );
  const first = text('carerName')
    ? [
        carerInWords(
          text('carerName'),
          label(RELATIONSHIPS, text('carerRelationship')),
          text('carerParentalResponsibility'),
        ),
      ]
    : [];
  return [
    { key: 'Name', value: `${text('givenNames')} ${text('familyName')}`.trim(), step: 'name' },
    { key: 'Also known as', value: text('alsoKnownAs'), step: 'name' },
    { key: 'Sex', value: label(SEXES, text('sex')), step: 'birth' },
    { key: 'Date of birth', value: date('dateOfBirth'), step: 'birth' },
    { key: 'Expected date', value: date('expectedDate'), step: 'birth' },
    { key: 'Address', value: [text('address'), text('postcode')].filter(Boolean).join(', '), step: 'home' },
    { key: 'Telephone', value: text('telephone'), step: 'home' },
    {
      key: 'Locality',
      value: localities.find(({ id }) => id === text('localityId'))?.name ?? '',
      step: 'home',
    },
    { key: 'Parents and carers', value: [...shared, ...first].join('; '), step: 'carers' },
  ];
}

const carerInWords = (name: string, relationship: string, responsibility: string): string =>
  [name, relationship.toLowerCase(), responsibilityInWords(responsibility)].filter(Boolean).join(', ');

const responsibilityInWords = (key: string): string =>
  key === 'not_known'
    ? 'parental responsibility not known'
    : isKeyOf(PARENTAL_RESPONSIBILITIES, key)
      ? labelOf(PARENTAL_RESPONSIBILITIES, key).toLowerCase()
      : '';
