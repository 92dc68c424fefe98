import type { AssessmentSectionName } from '#libs/casework/assessments';
import type { FormReader } from '#libs/page-kit';
import { keysOf, MISSING_COMMENT_REASONS, NEEDS_CATEGORIES } from '#libs/terms';

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

const conclusions = longTexts({
  strengths_summary: 'the strengths',
  needs_summary: 'the needs',
  goals: 'the goals',
});

export const SECTION_FORMS: Readonly<Record<AssessmentSectionName, SectionForm>> = {
  people_present: rows('people', 'person', ['name', 'role', 'agency']),
  reason: longTexts({ what_led: 'what led to the assessment' }),
  family_and_home: longTexts({ structure: 'the family', lives_with: 'who lives with the child' }),
  services: rows('services', 'service', ['name', 'contact', 'status']),
  conclusions: {
    ...conclusions,
    read: (form) => ({
      ...conclusions.read(form),
      needs_category: form.optionalChoice('needs_category', keysOf(NEEDS_CATEGORIES), {
        label: 'the category of need',
      }),
    }),
  },
  comments: { read: readComments, typed: (answers) => answers },
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
