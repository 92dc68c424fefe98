import type { FormContent, FormQuestion, FormSection, Labelled } from './form-content.js';
import { ASSESSMENT_FORM } from './lists/assessment-form.js';

/** The sections of a form around its domains, in the order of the form. */
export const sectionsOf = ({ opening, closing }: FormContent): readonly FormSection[] => [
  ...opening,
  ...closing,
];

/**
 * The sections after the domains, then those of today that the form does not have but that were answered while it was
 * being filled in.
 */
export const closingOf = (form: FormContent, answers: object): readonly FormSection[] => [
  ...form.closing,
  ...sectionsOf(ASSESSMENT_FORM).filter(
    ({ key }) => Object.hasOwn(answers, key) && !sectionsOf(form).some((section) => section.key === key),
  ),
];

/** The questions of a section, then those of today that it does not have: an answer to them is never left out. */
export function questionsOf(form: FormContent, key: string): readonly FormQuestion[] {
  const inForm = (one: FormContent) =>
    sectionsOf(one).find((section) => section.key === key)?.questions ?? [];
  const questions = inForm(form);
  return [
    ...questions,
    ...inForm(ASSESSMENT_FORM).filter((one) => !questions.some((each) => each.key === one.key)),
  ];
}

/** The title that the form has for a section. */
export const sectionTitle = (form: FormContent, key: string): string => wordIn(form, sectionTitles, key);
/** The title that the form has for an element. */
export const elementTitle = (form: FormContent, key: string): string => wordIn(form, elementTitles, key);
/** The title that the form has for a domain. */
export const domainTitle = (form: FormContent, key: string): string => wordIn(form, domainTitles, key);
/** The label that the form has for a part of what is written about an element. */
export const passageLabel = (form: FormContent, key: string): string =>
  wordIn(form, ({ passage }) => passage, key);
/** The label that the form has for a value of one of its lists. */
export const valueLabel = (form: FormContent, list: string, key: string): string =>
  wordIn(form, ({ lists }) => lists[list] ?? [], key);

/** Keys that a form does not hold were added while it was being filled in; they have the words of today. */
function wordIn(form: FormContent, wordsOf: (form: FormContent) => readonly Labelled[], key: string): string {
  const find = (words: readonly Labelled[]) => words.find((word) => word.key === key)?.label;
  return find(wordsOf(form)) ?? find(wordsOf(ASSESSMENT_FORM)) ?? key;
}

const toLabelled = ({ key, title }: { readonly key: string; readonly title: string }): Labelled => ({
  key,
  label: title,
});
const sectionTitles = (form: FormContent) => sectionsOf(form).map(toLabelled);
const domainTitles = (form: FormContent) => form.domains.map(toLabelled);
const elementTitles = (form: FormContent) => form.domains.flatMap(({ elements }) => elements);
