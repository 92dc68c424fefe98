import type { CodeList } from '../code-list.js';
import type { FormContent, FormQuestion, Labelled } from '../form-content.js';
import { CONCLUDED_LEVELS, NO_SERVICES, SERVICE_KINDS, SIGNIFICANT_HARM } from './assessment-answer.js';
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

const labelled = (list: CodeList): Labelled[] => Object.entries(list).map(([key, label]) => ({ key, label }));

const text = (key: string, label: string): FormQuestion => ({ key, label, kind: 'text' });
const rows = (key: string, label: string, columns: CodeList): FormQuestion => ({
  key,
  label,
  kind: 'rows',
  columns: labelled(columns),
});
const choice = (key: string, label: string, list: string): FormQuestion => ({
  key,
  label,
  kind: 'choice',
  list,
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
      questions: [
        {
          key: 'services',
          label: 'Services',
          kind: 'rows',
          columns: [
            { key: 'name', label: 'Service' },
            { key: 'kind', label: 'Kind', list: 'service_kind' },
            { key: 'contact', label: 'Contact' },
            { key: 'since', label: 'Started' },
            { key: 'status', label: 'Status' },
          ],
        },
        choice('none_known', '', 'no_services'),
      ],
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
        choice('needs_category', 'Category of need', 'needs_category'),
        choice('level', 'Level of need', 'level'),
        text('level_reasons', 'Reasons for the level of need'),
        choice('significant_harm', 'Suffering, or likely to suffer, significant harm', 'significant_harm'),
        text('significant_harm_note', 'What was seen or said about the harm, and who was told'),
        text('goals', 'How we will know that things have improved'),
        { key: 'review_on', label: 'To be reviewed on', kind: 'date' },
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
    service_kind: labelled(SERVICE_KINDS),
    no_services: labelled(NO_SERVICES),
    level: labelled(CONCLUDED_LEVELS),
    significant_harm: labelled(SIGNIFICANT_HARM),
  },
};
