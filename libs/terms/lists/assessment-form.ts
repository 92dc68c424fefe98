import type { CodeList } from '../code-list.js';
import { ASSESSMENT_ELEMENT_COVERAGE } from './assessment-coverage.js';
import {
  ASSESSMENT_DOMAINS,
  ASSESSMENT_ELEMENTS,
  type AssessmentDomain,
  elementsOf,
} from './assessment-element.js';
import { MISSING_COMMENT_REASONS } from './missing-comment-reason.js';
import { NEEDS_CATEGORIES } from './needs-category.js';
import { SENSITIVE_TOPICS } from './sensitive-topic.js';

/** A key that is stored, and what people read for it. */
export interface Labelled {
  readonly key: string;
  readonly label: string;
}

/** One question of a section. How its answer is read follows from the kind. */
export interface FormQuestion extends Labelled {
  /** `comment`: words, or under `<key>_missing` a reason from the list; `rows`: a table of texts. */
  readonly kind: 'text' | 'choice' | 'comment' | 'rows';
  readonly list?: string;
  readonly columns?: readonly Labelled[];
}
export interface FormSection {
  readonly key: string;
  readonly title: string;
  readonly questions: readonly FormQuestion[];
}
export interface FormDomain {
  readonly key: string;
  readonly title: string;
  readonly elements: readonly (Labelled & { readonly covers: string })[];
}

/** Everything that a reader of a filled-in form needs: it is kept with the assessments (ADR 52), in arrays, which keep their order. */
export interface FormContent {
  readonly title: string;
  readonly opening: readonly FormSection[];
  readonly domains: readonly FormDomain[];
  readonly closing: readonly FormSection[];
  /** The parts of what is written about one element. */
  readonly passage: readonly Labelled[];
  readonly lists: Readonly<Record<string, readonly Labelled[]>>;
}

const labelled = (list: CodeList): Labelled[] => Object.entries(list).map(([key, label]) => ({ key, label }));

const text = (key: string, label: string): FormQuestion => ({ key, label, kind: 'text' });
const rows = (key: string, label: string, columns: CodeList): FormQuestion => ({
  key,
  label,
  kind: 'rows',
  columns: labelled(columns),
});
const comment = (key: string, label: string): FormQuestion => ({
  key,
  label,
  kind: 'comment',
  list: 'missing_comment',
});

/** The assessment as a new one is filled in today. */
export const ASSESSMENT_FORM: FormContent = {
  title: 'Common assessment',
  opening: [
    {
      key: 'people_present',
      title: 'Who was present',
      questions: [rows('people', 'People', { name: 'Name', role: 'Role', agency: 'Agency' })],
    },
    {
      key: 'reason',
      title: 'What led to this assessment',
      questions: [text('what_led', '')],
    },
    {
      key: 'family_and_home',
      title: 'Family and home',
      questions: [text('structure', 'The family'), text('lives_with', 'Who lives with the child')],
    },
    {
      key: 'services',
      title: 'Services working with the child',
      questions: [rows('services', 'Services', { name: 'Service', contact: 'Contact', status: 'Status' })],
    },
  ],
  domains: labelled(ASSESSMENT_DOMAINS).map(({ key, label: title }) => ({
    key,
    title,
    elements: elementsOf(key as AssessmentDomain).map((element) => ({
      key: element,
      label: ASSESSMENT_ELEMENTS[element],
      covers: ASSESSMENT_ELEMENT_COVERAGE[element],
    })),
  })),
  closing: [
    {
      key: 'conclusions',
      title: 'Conclusions',
      questions: [
        text('strengths_summary', 'Strengths and resources'),
        text('needs_summary', 'Needs'),
        { key: 'needs_category', label: 'Category of need', kind: 'choice', list: 'needs_category' },
        text('goals', 'How we will know that things have improved'),
      ],
    },
    {
      key: 'comments',
      title: 'Comments from the child and the parent',
      questions: [
        comment('child_comment', 'Child or young person’s comment'),
        comment('parent_comment', 'Parent or carer’s comment'),
      ],
    },
  ],
  passage: labelled({
    strengths: 'Strengths',
    needs: 'Needs',
    childsWords: 'In the child’s own words',
    notExploredBecause: 'Not discussed',
    evidence: 'Source',
    levelIndicator: 'Suggested level',
  }),
  lists: {
    needs_category: labelled(NEEDS_CATEGORIES),
    missing_comment: labelled(MISSING_COMMENT_REASONS),
    topic: labelled(SENSITIVE_TOPICS),
  },
};
