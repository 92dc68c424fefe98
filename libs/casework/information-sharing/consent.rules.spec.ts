import { birthdayAt, latestEnd } from './consent-dates.rules.js';
import type { Circumstances, ConsentDraft } from './consent-draft.js';
import { validateConsent } from './consent.rules.js';

const TODAY = '2026-03-03';
const draft: ConsentDraft = {
  purpose: 'share_plan',
  decision: 'given',
  agencies: [{ agencyId: 'school', tiers: ['T0', 'T1'], topics: [] }],
  decidedBy: 'Invented Mother',
  capacity: 'parental_responsibility',
  limitsExplained: true,
};
const fieldsOf = (more: Partial<ConsentDraft>, circumstances: Partial<Circumstances> = {}): string[] =>
  validateConsent(
    { ...draft, ...more },
    { today: TODAY, openingAgencyId: 'health', births: ['2016-01-01'], ...circumstances },
  ).map(({ field }) => field);

test('the fields that the API requires are enough', () => expect(fieldsOf({})).toEqual([]));

describe('who may decide', () => {
  test('a carer without parental responsibility for a child here cannot decide for them', () => {
    expect(fieldsOf({ decidedByCarerId: 'x' }, { decidingCarer: ['no'] })).toEqual(['decidedByCarerId']);
    expect(fieldsOf({ decidedByCarerId: 'x' }, { decidingCarer: ['yes', 'no'] })).toEqual([
      'decidedByCarerId',
    ]);
    expect(fieldsOf({ decidedByCarerId: 'x' }, { decidingCarer: ['yes'] })).toEqual([]);
  });
  test('where parental responsibility is not known, a note says what is known', () => {
    expect(fieldsOf({ decidedByCarerId: 'x' }, { decidingCarer: ['not_known'] })).toEqual(['note']);
    expect(fieldsOf({ decidedByCarerId: 'x', note: 'Asked.' }, { decidingCarer: ['not_known'] })).toEqual([]);
  });
  test('the person who decided belongs to this family', () => {
    expect(fieldsOf({ decidedByCarerId: 'x' }, { decidingCarer: [] })).toEqual(['decidedByCarerId']);
    expect(fieldsOf({ decidedByChildId: 'x' }, { decidingChild: null })).toEqual(['decidedByChildId']);
  });
  test('the competence assessed is that of the child who decided, not of an older sibling', () => {
    const births = ['2009-01-01', '2016-01-01'];
    expect(fieldsOf({ capacity: 'child' }, { births })).toEqual([]);
    expect(fieldsOf({ capacity: 'child' }, { births, decidingChild: { born: '2016-01-01' } })).toEqual([
      'competence',
    ]);
  });
});

describe('growing up', () => {
  test('at 16 a parent’s decision needs a reason, on the birthday and not the day before', () => {
    expect(fieldsOf({}, { births: ['2010-03-03'] })).toEqual(['reasonNotYoungPerson']);
    expect(fieldsOf({}, { births: ['2010-03-04'] })).toEqual([]);
  });
  test.each(['parental_responsibility', 'local_authority'])(
    'at 18 no other person decides as %s, whatever the reason',
    (capacity) => {
      const reasonNotYoungPerson = 'x';
      expect(fieldsOf({ capacity, reasonNotYoungPerson }, { births: ['2008-03-03'] })).toEqual(['capacity']);
      expect(fieldsOf({ capacity, reasonNotYoungPerson }, { births: ['2008-03-04'] })).toEqual([]);
    },
  );
  test('what a parent decides ends on the day before the first 18th birthday among the children', () => {
    const births = ['2008-06-01', '2016-01-01'];
    const circumstances = { today: TODAY, openingAgencyId: 'health', births };
    expect(latestEnd(draft, circumstances)).toBe('2026-05-31');
    expect(latestEnd({ ...draft, capacity: 'child' }, circumstances)).toBe('2026-09-03');
    const old = { reasonNotYoungPerson: 'x' };
    expect(fieldsOf({ ...old, validUntil: '2026-05-31' }, { births })).toEqual([]);
    expect(fieldsOf({ ...old, validUntil: '2026-06-01' }, { births })).toEqual(['validUntil']);
    expect(fieldsOf({ ...old, validUntil: '2026-09-04' }, { births })).toEqual(['validUntil']);
  });
  test('a child born on 29 February comes of age on 1 March', () => {
    expect(birthdayAt('2008-02-29', 18)).toBe('2026-03-01');
    expect(birthdayAt('2008-02-29', 16)).toBe('2024-02-29');
    expect(birthdayAt('2008-03-01', 18)).toBe('2026-03-01');
  });
  test('an expected child does not prevent a decision', () =>
    expect(fieldsOf({}, { births: [null] })).toEqual([]));
});

describe('a competent child’s decision', () => {
  const word = { agencyId: 'school', standing: 'included' as const, tiers: [0, 1], topics: [] };
  test('prevails over a parent’s later decision, unless a reason is given', () => {
    for (const contrary of [
      { agencies: [{ agencyId: 'school', tiers: ['T0', 'T1', 'T2'] }] },
      { agencies: [{ agencyId: 'school', tiers: ['T0'] }] },
      { agencies: [], decision: 'refused', refusedAgencies: ['school'] },
      { agencies: [], decision: 'refused', excludedAgencies: ['school'] },
      { agencies: [], decision: 'refused' },
    ]) {
      expect(fieldsOf(contrary, { childDecisions: [word] })).toEqual(['reasonContraryToChild']);
      expect(fieldsOf({ ...contrary, reasonContraryToChild: 'x' }, { childDecisions: [word] })).toEqual([]);
    }
  });
  test('is not contradicted by the same decision, by one about another agency, or by the child', () => {
    expect(fieldsOf({}, { childDecisions: [word] })).toEqual([]);
    expect(fieldsOf({}, { childDecisions: [{ ...word, agencyId: 'police', standing: 'refused' }] })).toEqual(
      [],
    );
    const changed = {
      capacity: 'child',
      competence: 'competent',
      agencies: [{ agencyId: 'school', tiers: ['T0'] }],
    };
    expect(fieldsOf(changed, { childDecisions: [word] })).toEqual([]);
  });
});

test('disclosing an adult’s health needs that adult’s agreement', () => {
  const agencies = [{ agencyId: 'school', tiers: ['T3'], topics: ['adult_health'] }];
  expect(fieldsOf({ agencies })).toEqual(['consentingAdult']);
  expect(fieldsOf({ agencies, consentingAdult: 'Invented Mother' })).toEqual([]);
  expect(fieldsOf({ agencies, decidedByCarerId: 'x' }, { decidingCarer: ['yes'] })).toEqual([]);
});

test('the renewal date lies between the decision and its end', () => {
  expect(fieldsOf({ reviewOn: '2026-03-02' })).toEqual(['reviewOn']);
  expect(fieldsOf({ reviewOn: '2026-04-02', validUntil: '2026-04-01' })).toEqual(['reviewOn']);
  expect(fieldsOf({ reviewOn: '2026-04-01', validUntil: '2026-04-01' })).toEqual([]);
});
