import { type AssessmentView, progressOf } from '#libs/casework/assessments';
import { FormReader } from '#libs/page-kit';
import { ASSESSMENT_FORM } from '#libs/terms';
import { lastSaved, missingLinks, taskGroups } from './assessment.page.js';
import { documentOf } from './document.page.js';
import { describeLastSave } from './last-save.js';
import { offeredRowCount, SECTION_FORMS } from './section-forms.js';

const nurse = {
  id: 'n',
  name: 'Jane Harrow',
  jobTitle: 'Nurse',
  telephone: null,
  agency: { id: 'a', name: 'Trust' },
};
const at = (time: string) => new Date(`2026-03-03T${time}:00Z`);
const passage = {
  id: 'p',
  strengths: null,
  evidence: null,
  childsWords: null,
  levelIndicator: null,
  notExploredBecause: null,
  needs: 'Sleep',
  savedBy: nurse,
  writtenBy: nurse,
  version: 1,
};
const sections = { reason: { what_led: 'Mondays' }, comments: { parent_comment_missing: 'absent' as const } };
const elements = [
  { ...passage, element: 'A1a' as const, topic: '', savedAt: at('09:05') },
  { ...passage, element: 'C1' as const, topic: 'adult_health', savedAt: at('10:42') },
];
const seen: AssessmentView = {
  id: 'x',
  number: 1,
  status: 'draft',
  startedAt: at('09:00'),
  completedAt: null,
  assessor: nurse,
  version: 3,
  form: { number: 1, validFrom: '2026-12-01', ...ASSESSMENT_FORM },
  sections,
  elements,
  savedSections: { reason: { savedBy: nurse, savedAt: at('09:30'), version: 1 } },
  progress: progressOf(sections, elements),
};

describe('the task list', () => {
  it('shows the progress of each domain, and when and by whom a part was saved', () => {
    const groups = taskGroups(seen, '/a', { sections: true, elements: true }, '2026-03-03');
    expect(groups.map(({ progress }) => progress)).toEqual([
      '1 of 4 completed',
      '1 of 12 completed',
      '0 of 3 completed',
      '1 of 4 completed',
      '0 of 2 completed',
    ]);
    expect(groups[3]!.items[0]).toMatchObject({
      href: '/a/elements/C1',
      hint: { text: 'saved 10:42am by Jane Harrow; a sensitive passage that you can read' },
      status: { text: 'Completed' },
    });
    expect(groups.map(({ needed }) => needed)).toEqual([
      null,
      null,
      'At least 1 of these is needed',
      null,
      null,
    ]);
    expect(lastSaved(seen, '2026-03-03')).toBe('saved 10:42am by Jane Harrow');
  });

  it('links only the parts that this reader may write', () => {
    const [beginning, child] = taskGroups(seen, '/a', { sections: false, elements: true }, '2026-03-03');
    expect(beginning!.items.every((item) => item.href === undefined)).toBe(true);
    expect(child!.items.every((item) => item.href !== undefined)).toBe(true);
  });

  it('links each missing item to the page where it is written', () => {
    const links = missingLinks(seen, '/a').map(({ href }) => href);
    expect(links).toContain('/a/sections/people_present');
    expect(links).toContain('/a#B');
  });

  it('gives the day as well when it was not saved today', () => {
    expect(describeLastSave({ savedAt: at('10:42') }, '2026-03-04')).toBe('saved 3 March 2026');
    expect(describeLastSave(undefined, '2026-03-04')).toBe('');
  });
});

describe('the document', () => {
  it('shows what was written, marks what is sensitive, and gives the reason for a missing comment', () => {
    const document = documentOf(seen, '/a');
    expect(document.before[1]!.blocks).toEqual([{ text: 'Mondays' }]);
    expect(document.domains[2]!.elements).toMatchObject([
      { topic: 'An adult’s health', needs: 'Sleep', href: '/a/elements/C1?topic=adult_health' },
    ]);
    expect(document.domains[1]!.elements).toEqual([]);
    expect(document.after[1]!.blocks).toEqual([
      { label: 'Parent or carer’s comment', text: 'No comment: not present.' },
    ]);
    expect(documentOf(seen).before[0]!.href).toBeUndefined();
  });
});

describe('rows in a form', () => {
  const form = SECTION_FORMS.people_present;
  it('drops empty rows when it reads them, and offers two spare rows', () => {
    const given = form.read(
      new FormReader({ 'person-1-name': 'Mother', 'person-4-name': 'Uncle', 'person-4-role': 'Uncle' }),
    );
    expect(given).toEqual({ people: [{ name: 'Mother' }, { name: 'Uncle', role: 'Uncle' }] });
    expect(offeredRowCount(form.typed(given), 'person')).toBe(4);
    expect(offeredRowCount({}, 'person')).toBe(3);
  });

  it('requires a name in a row that has any content', () => {
    const reader = new FormReader({ 'person-2-role': 'Uncle' });
    form.read(reader);
    expect(reader.errors).toEqual([{ field: 'person-2-name', message: 'Enter the name' }]);
  });
});
