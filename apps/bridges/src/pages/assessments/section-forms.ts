import type { AssessmentSectionName } from '#libs/casework/assessments';
import type { FormReader } from '#libs/page-kit';
import {
  CONCLUDED_LEVELS,
  keysOf,
  MISSING_COMMENT_REASONS,
  NEEDS_CATEGORIES,
  NO_SERVICES,
  optionsOf,
  SERVICE_KINDS,
  SIGNIFICANT_HARM,
} from '#libs/terms';

type Answers = Record<string, unknown>;
interface SectionForm {
  readonly read: (form: FormReader) => Answers;
  readonly typed: (answers: Answers) => Answers;
}

const MOST_ROWS = 30;
const SPARE_ROWS = 2;

/** Rows are named `person-1-name` …. A row with any content needs a name. */
function rows(part: string, prefix: string, columns: readonly string[]): SectionForm {
  const read = (form: FormReader): Answers => {
    const kept: Answers[] = [];
    for (let row = 1; row <= MOST_ROWS; row++) {
      const values = Object.fromEntries(
        columns.map((column) => [
          column,
          form.optionalText(`${prefix}-${row}-${column}`, { label: `the ${column}` }),
        ]),
      );
      if (columns.every((column) => values[column] === null)) continue;
      if (values['name'] === null) form.reject(`${prefix}-${row}-name`, 'Enter the name');
      kept.push(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)));
    }
    return { [part]: kept };
  };
  const typed = (answers: Answers): Answers =>
    Object.fromEntries(
      ((answers[part] ?? []) as Answers[]).flatMap((row, index) =>
        columns.map((column) => [`${prefix}-${index + 1}-${column}`, row[column]]),
      ),
    );
  return { read, typed };
}

/** The number of rows to offer: those in use and a few spare. */
export function offeredRowCount(typed: Readonly<Answers>, prefix: string): number {
  const used = Object.entries(typed)
    .filter(([name, value]) => name.startsWith(`${prefix}-`) && value)
    .map(([name]) => Number(name.split('-')[1]));
  return Math.min(Math.max(1, ...used) + SPARE_ROWS, MOST_ROWS);
}

function longTexts(labels: Readonly<Record<string, string>>): SectionForm {
  return {
    read: (form) =>
      Object.fromEntries(
        Object.entries(labels).map(([part, label]) => [part, form.optionalLongText(part, { label })]),
      ),
    typed: (answers) => answers,
  };
}

const services = rows('services', 'service', ['name', 'kind', 'contact', 'since', 'status']);

const conclusions = longTexts({
  strengths_summary: 'the strengths',
  needs_summary: 'the needs',
  level_reasons: 'the reasons for the level',
  significant_harm_note: 'what was seen or said about the harm',
  goals: 'the goals',
});

export const SECTION_FORMS: Readonly<Record<AssessmentSectionName, SectionForm>> = {
  people_present: rows('people', 'person', ['name', 'role', 'agency']),
  reason: longTexts({ what_led: 'what led to the assessment' }),
  family_and_home: longTexts({ structure: 'the family', lives_with: 'who lives with the child' }),
  services: {
    read(form) {
      const answers = services.read(form);
      const noneKnown = form.optionalChoice('none_known', keysOf(NO_SERVICES), { label: 'no services' });
      if (noneKnown && (answers['services'] as unknown[]).length > 0)
        form.reject('none_known', 'Enter the services, or select that none are known, not both');
      return { ...answers, none_known: noneKnown };
    },
    typed: (answers) => ({ ...services.typed(answers), none_known: answers['none_known'] }),
  },
  conclusions: {
    read: (form) => ({
      ...conclusions.read(form),
      needs_category: form.optionalChoice('needs_category', keysOf(NEEDS_CATEGORIES), {
        label: 'the category of need',
      }),
      level: form.optionalChoice('level', keysOf(CONCLUDED_LEVELS), { label: 'the level of need' }),
      significant_harm: form.optionalChoice('significant_harm', keysOf(SIGNIFICANT_HARM), {
        label: 'significant harm',
      }),
      review_on: form.optionalDate('review_on', { label: 'the review date' }),
    }),
    typed: (answers) => ({ ...conclusions.typed(answers), ...dateBoxes('review_on', answers['review_on']) }),
  },
  comments: { read: readComments, typed: (answers) => answers },
};

/** The three boxes of a stored day. */
function dateBoxes(name: string, day: unknown): Answers {
  const [year, month, date] = typeof day === 'string' ? day.split('-').map(Number) : [];
  return year
    ? { [`${name}-day`]: `${date}`, [`${name}-month`]: `${month}`, [`${name}-year`]: `${year}` }
    : {};
}

/** The choices that the templates of sections offer. */
export const SECTION_CHOICES = {
  kinds: [{ value: '', text: '' }, ...optionsOf(SERVICE_KINDS)],
  noServices: optionsOf(NO_SERVICES),
  levels: optionsOf(CONCLUDED_LEVELS),
  harm: optionsOf(SIGNIFICANT_HARM),
};

/** A comment and a reason for its absence exclude each other, so the form sends one and clears the other. */
function readComments(form: FormReader): Answers {
  const reasons = keysOf(MISSING_COMMENT_REASONS);
  return Object.fromEntries(
    ['child', 'parent'].flatMap((who) => {
      const comment = form.optionalLongText(`${who}_comment`, { label: `the ${who}’s comment` });
      const missing = form.optionalChoice(`${who}_comment_missing`, reasons, { label: 'the reason' });
      return [
        [`${who}_comment`, comment],
        [`${who}_comment_missing`, missing],
      ];
    }),
  );
}
