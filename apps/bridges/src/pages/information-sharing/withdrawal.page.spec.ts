import { toAffectedView } from './withdrawal.page.js';

const ME = '01a201c3-0000-7000-8000-000000000001';
const person = (practitionerId: string, keeps: readonly number[] = []) => ({
  seer: practitionerId,
  practitionerId,
  name: `Colleague ${practitionerId.slice(-1)}`,
  agency: 'Invented Nursery',
  loses: [2],
  keeps,
  losesTopics: [],
});
const OTHER = ME.replace(/1$/, '2');

it('says "you" if the practitioner who records a withdrawal loses access by it', () => {
  expect(toAffectedView([person(ME)], ME)).toMatchObject({ who: 'You', gone: true, others: 0 });
  expect(toAffectedView([person(ME, [0]), person(OTHER)], ME)).toMatchObject({
    who: 'You and 1 other person',
    gone: false,
    rows: [{ name: 'You' }, { name: 'Colleague 2' }],
  });
  expect(toAffectedView([person(OTHER)], ME)).toMatchObject({ who: '1 person', gone: false, others: 1 });
});
