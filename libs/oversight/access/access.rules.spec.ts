import { REACHES } from '#libs/access';
import { type Reason, type ViewerAccess, whyNot, whySentences } from './access.rules.js';

const AGREED: Reason = {
  reach: 'team',
  tier: 2,
  ends: null,
  decidedBy: 'Invented Mother',
  decidedOn: '2026-03-03',
  validUntil: '2026-09-03',
};

describe('why a person sees an episode', () => {
  it('names the reach, who agreed, when, and when that ends', () => {
    expect(whySentences([AGREED], [], false)).toEqual([
      'You can see the basic details, the assessment and the plan because you are in the team around the child, and Invented Mother agreed on 3 March 2026; consent ends 3 September 2026.',
    ]);
  });

  it('needs no agreement in the agency’s own record', () => {
    expect(whySentences([{ ...AGREED, reach: 'author' }], [], true)).toEqual([
      'You can see the basic details, the assessment and the plan because you started this episode or are its assessor.',
    ]);
  });

  it('gives one sentence for each reach, with the highest tier that it opens, and the end of the reach itself', () => {
    const coordinator: Reason = {
      ...AGREED,
      reach: 'coordinator',
      decidedBy: null,
      decidedOn: null,
      validUntil: null,
      ends: new Date('2026-04-02T12:00:00Z'),
    };
    expect(
      whySentences([{ ...coordinator, tier: 0 }, coordinator, { ...coordinator, tier: 1 }], [], false),
    ).toEqual([
      'You can see the basic details, the assessment and the plan because you coordinate the locality where the child lives; this ends 2 April 2026.',
    ]);
  });

  it('has a sentence for every reach', () => {
    for (const reach of REACHES)
      expect(whySentences([{ ...AGREED, reach }], [], false)[0]).toMatch(/^You can see .+ because .{10,}\.$/);
  });

  it('names the sensitive topics that the family agreed to', () => {
    expect(whySentences([AGREED], ['mental_health'], false)[1]).toBe(
      'You can also see what is marked mental health, because the family agreed to it.',
    );
  });
});

describe('in an emergency', () => {
  it('gives its end to the minute, and the topics that it opened', () => {
    const ends = new Date('2026-03-02T14:32:00Z');
    const reason: Reason = {
      ...AGREED,
      reach: 'emergency',
      decidedBy: null,
      decidedOn: null,
      validUntil: null,
      ends,
    };
    expect(whySentences([reason], [], false, {}, new Date('2026-03-02T12:02:00Z'), ['offending'])).toEqual([
      'You can see the basic details, the assessment and the plan because you have emergency access, which others are told about and review; this ends 2 March 2026 at 2:32pm, in 2 hours 30 minutes.',
      'You can also see what is marked offending, because you asked for emergency access to it.',
    ]);
  });
});

describe('why a person cannot see more', () => {
  const sight: ViewerAccess = {
    role: 'practitioner',
    reaches: ['agency'],
    basic: true,
    record: false,
    lead: 'Ann Invented',
  };

  it('says what would open it and who can do that', () => {
    expect(whyNot(sight)[0]).toEqual({
      what: 'Assessment, plan, team and chronology',
      opens:
        'You need to be in the team around the child, and the family needs to agree to share it with your agency. Ask Ann Invented, the lead professional.',
    });
  });

  it('says the same about sensitive information whether or not there is any', () => {
    expect(whyNot({ ...sight, record: true })).toEqual([whyNot(sight)[1]]);
  });
});
