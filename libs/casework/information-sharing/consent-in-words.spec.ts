import { agencySentence, type ConsentWords, decisionSentences } from './consent-in-words.js';

const SCHOOL = { name: 'Invented School', standing: 'included', tiers: [0, 1, 2], topics: [] } as const;
const GIVEN: ConsentWords = {
  decision: 'given_in_part',
  purpose: 'share_plan',
  opensRecord: true,
  agencies: [
    { name: 'Police', standing: 'excluded', tiers: [], topics: [] },
    { ...SCHOOL, topics: ['mental_health', 'offending'] },
    { name: 'Housing', standing: 'refused', tiers: [], topics: [] },
  ],
  unnamed: 0,
  excludedPeople: ['Invented Person'],
  indexAgreed: false,
  validUntil: '2027-05-01',
  reviewOn: '2027-02-01',
};

test('a decision is read out agency by agency: who can see what, who cannot, who never, until when', () => {
  expect(decisionSentences(GIVEN)).toEqual([
    'Invented School can see that we are helping, basic details and the assessment and plan. Of sensitive topics, only mental health and offending.',
    'Housing cannot see anything. You did not agree to it, or not yet.',
    'Police must never see the record.',
    'Invented Person must never see the record.',
    'You did not agree that a practitioner who searches by name finds out that we are helping.',
    'This lasts until 1 May 2027.',
    'We will ask you again by 1 February 2027.',
  ]);
});

test('nothing sensitive is said to be shared where no topic was agreed', () => {
  expect(agencySentence({ ...SCHOOL, tiers: [0] })).toBe(
    'Invented School can see that we are helping. Nothing about sensitive topics.',
  );
  expect(agencySentence({ ...SCHOOL, tiers: [0, 1], hasOpened: true })).toMatch(
    /^Other staff of Invented School can see that we are helping and basic details\./,
  );
});

test('a decision for a purpose that opens no record does not say that an agency can see it', () => {
  const [sentence] = decisionSentences({
    ...GIVEN,
    ...{ purpose: 'evaluation', opensRecord: false, agencies: [SCHOOL] },
  });
  expect(sentence).toMatch(/^Invented School: agreed for “use in evaluation or research”/);
  expect(sentence).toContain('does not let anyone there open the record');
  expect(sentence).not.toContain('can see');
});

test('a refusal of everything is “No agency yet”, and agencies that are not named are counted', () => {
  const refused = { ...GIVEN, decision: 'refused', agencies: [], excludedPeople: [], validUntil: null };
  expect(decisionSentences({ ...refused, reviewOn: null })).toEqual([
    'No agency yet: you did not agree to share the record with any other agency.',
  ]);
  expect(decisionSentences({ ...refused, reviewOn: null, unnamed: 2 })).toEqual([
    'This decision is also about 2 more services that are not named here.',
  ]);
  expect(decisionSentences({ ...refused, decision: 'not_sought', reviewOn: null })).toEqual([
    'You were not asked.',
  ]);
});
