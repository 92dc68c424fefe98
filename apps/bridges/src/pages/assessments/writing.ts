import { ASSESSMENT_SECTIONS, type Writing } from '#libs/casework/assessments';
import { ASSESSMENT_ELEMENTS, type CodeList } from '#libs/terms';

const PARTS: Readonly<Record<string, CodeList>> = {
  sections: ASSESSMENT_SECTIONS,
  elements: ASSESSMENT_ELEMENTS,
};

/** “Jo Bloggs is writing in General health.”; empty if no colleague is writing. */
export function describeWriting(writing: readonly Writing[]): string {
  return writing
    .map(({ name, part }) => {
      const [kind, key] = part.split('/');
      return `${name} is writing in ${PARTS[kind!]?.[key!] ?? 'the assessment'}.`;
    })
    .join(' ');
}
