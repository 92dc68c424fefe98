import { check } from '../support/views/check.js';
import { Program } from '../support/views/handed.js';
import { Templates } from '../support/views/templates.js';

// The compiler reads the whole program once; every template is then read with the types of what pages hand it.
const program = new Program();
const handed = program.handed();
/** What is not known in a few pages, with all that they use, when a template has a mistake in it. */
const mistaken = (template: string, right: string, wrong: string): readonly string[] => {
  const few = handed.filter(({ views }) =>
    /team\/team|assessments\/section|triangle-of-need\/level/.test(views.join()),
  );
  const source = new Templates().source(template);
  expect(source).toContain(right);
  return check(program, few, { [template]: source.replace(right, wrong) }).unknown;
};

test('a page says which view it is and hands it data of a known type', () => {
  expect(handed.length).toBeGreaterThan(150);
  expect(handed.filter(({ views }) => views.length === 0)).toEqual([]);
  const untyped = handed.filter(({ data }) => data && program.checker.getIndexInfosOfType(data).length > 0);
  expect(untyped.map(({ place }) => place)).toEqual([]);
});

test('every name that a template looks up is in what a page hands it, and every template is used', () => {
  const { unknown, count, unread } = check(program, handed);
  expect(unknown).toEqual([]);
  expect(unread).toEqual([]);
  expect(count).toBeGreaterThan(5000);
});

test.each([
  ['a page', 'team/team.njk', '{{ person.jobTitle }}', '{{ person.jobTitel }}', 'jobTitel'],
  ['a layout', 'layouts/identity.njk', '{{ episode.title }}', '{{ episode.titel }}', 'titel'],
  [
    'an include',
    'shared/lead-professional.njk',
    'lead.current.jobTitle',
    'lead.current.jobTitel',
    'jobTitel',
  ],
  ['an include by a name put together', 'assessments/section-services.njk', 'errors', 'erorrs', 'erorrs'],
  ['a macro', 'macros/level.njk', '{{ level.name }}', '{{ level.nmae }}', 'nmae'],
  ['a permission', 'team/team.njk', 'episode.may.team_edit', 'episode.may.team_edti', 'team_edti'],
  ['the argument of a filter', 'team/team.njk', 'person.since | date', 'person.sicne | date', 'sicne'],
])('a misspelt name in %s is found', (_where, template, right, wrong, name) => {
  expect(mistaken(template, right, wrong).map((place) => place.split(' ')[1])).toContain(name);
});
