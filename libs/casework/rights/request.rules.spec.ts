import {
  endsRequest,
  validateRequestDecision,
  validateExtension,
  validateRequestProgress,
  type RequestFacts,
  whyNoBundle,
} from './request.rules.js';

const TODAY = '2026-03-10';
const FACTS: RequestFacts = {
  kind: 'access',
  about: 'child',
  requesterCapacity: 'parental_responsibility',
  receivedOn: '2026-03-02',
  identityCheckedOn: '2026-03-03',
  extendedToldOn: null,
  acknowledgedOn: null,
  pauses: [],
  finished: false,
  childCompetence: null,
  childView: null,
  exemptions: [],
  redactions: null,
  childBornOn: '2012-01-01',
};
const why = (changes: Partial<RequestFacts>): string | null => whyNoBundle({ ...FACTS, ...changes }, TODAY);

describe('a child’s file is compiled', () => {
  it.each<[string, Partial<RequestFacts>]>([
    ['for the child', { requesterCapacity: 'themselves' }],
    ['for a parent, once the child was judged not able to decide', { childCompetence: 'not_competent' }],
    ['for a parent, once the competent child was heard', { childCompetence: 'competent', childView: 'Yes' }],
    ['for a parent of a young child', { childBornOn: '2020-01-01' }],
    ['for a parent of a child who is expected', { childBornOn: '2026-08-01' }],
  ])('%s', (_what, changes) => expect(why(changes)).toBeNull());

  it.each<[string, Partial<RequestFacts>, RegExp]>([
    ['while no one has judged whether a child of 14 can decide', {}, /whether the child can decide/],
    ['before a competent child was heard', { childCompetence: 'competent' }, /the child’s views/],
    ['while the identity is not checked', { identityCheckedOn: null }, /who is asking/],
    ['when it is finished', { finished: true }, /finished/],
    ['for a complaint', { kind: 'complaint' }, /only for a request to see/],
    ['about a carer', { about: 'carer' }, /only for a request to see/],
  ])('not %s', (_what, changes, words) => expect(why(changes)).toMatch(words));
});

describe('a request', () => {
  const fields = (errors: readonly { field: string }[]): string[] => errors.map(({ field }) => field);

  it('is granted only when identity was checked, the child was heard, and redactions are recorded', () => {
    const decide = (changes: Partial<RequestFacts>, decision: 'granted' | 'granted_in_part' | 'refused') =>
      fields(
        validateRequestDecision(
          { ...FACTS, childCompetence: 'not_competent', ...changes },
          { decision, reason: 'x' },
          TODAY,
        ),
      );
    expect(decide({}, 'granted')).toEqual([]);
    expect(decide({ identityCheckedOn: null }, 'granted')).toEqual(['decision']);
    expect(decide({ identityCheckedOn: null }, 'refused')).toEqual([]);
    expect(decide({ childCompetence: 'competent' }, 'granted')).toEqual(['decision']);
    expect(decide({}, 'granted_in_part')).toEqual(['decision']);
    expect(decide({ exemptions: ['third_party'] }, 'granted_in_part')).toEqual([]);
    expect(decide({ kind: 'erasure' }, 'granted_in_part')).toEqual([]);
  });

  it('takes longer only if the requester was told within the first month', () => {
    const extension = (toldOn: string, today = '2026-04-20') =>
      fields(validateExtension(FACTS, { because: 'x', toldOn }, today));
    expect([
      extension('2026-04-03'),
      extension('2026-04-04'),
      extension('2026-03-01'),
      extension('2026-04-21'),
    ]).toEqual([[], ['toldOn'], ['toldOn'], ['toldOn', 'toldOn']]);
  });

  it('records how the identity was checked, when the child was heard, and why an exemption applies', () => {
    const progress = (after: object) =>
      fields(validateRequestProgress({ receivedOn: '2026-03-02', ...after }, TODAY));
    expect(progress({ identityCheckedOn: '2026-03-03' })).toEqual(['identityCheckedHow']);
    expect(progress({ identityCheckedHow: 'Passport' })).toEqual(['identityCheckedOn']);
    expect(progress({ identityCheckedOn: '2026-03-01', identityCheckedHow: 'x' })).toEqual([
      'identityCheckedOn',
    ]);
    expect(progress({ identityCheckedOn: '2026-03-11', identityCheckedHow: 'x' })).toEqual([
      'identityCheckedOn',
    ]);
    expect(progress({ childView: 'No' })).toEqual(['childViewOn']);
    expect(progress({ exemptions: ['serious_harm'] })).toEqual(['exemptionNote']);
    expect(progress({})).toEqual([]);
  });

  it('ends with the decision, unless an answer is still to be delivered', () => {
    expect([
      endsRequest('access', 'granted'),
      endsRequest('access', 'refused'),
      endsRequest('erasure', 'granted'),
    ]).toEqual([false, true, true]);
  });
});
