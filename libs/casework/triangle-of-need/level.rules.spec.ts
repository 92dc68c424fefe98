import { Abilities, type Reach } from '#libs/access';
import { occasionOf, assertMayChangeLevel } from './level.rules.js';
import { answerDueOn, familyViewOf } from './step-up.rules.js';

const someone = (reach: Reach, permission = 'level.decide') => new Abilities('e', [{ permission, reach }]);

describe('level 4', () => {
  it('is for the front door alone; other practitioners are told to raise a step-up', () => {
    expect(() => assertMayChangeLevel(2, 4, someone('lead'))).toThrow('Raise a step-up instead');
    expect(() => assertMayChangeLevel(2, 3, someone('lead'))).not.toThrow();
    expect(() => assertMayChangeLevel(2, 4, someone('front_door', 'level.set_statutory'))).not.toThrow();
  });

  it('is ended by the front door alone', () => {
    expect(() => assertMayChangeLevel(4, 2, someone('lead'))).toThrow('Ask them to step it down');
    expect(() => assertMayChangeLevel(4, 2, someone('front_door', 'level.set_statutory'))).not.toThrow();
  });
});

describe('the occasion of a decision', () => {
  it('is moderation when the coordinator decides, unless they are lead or author', () => {
    expect(occasionOf('delivering', someone('coordinator'))).toBe('moderation');
    expect(occasionOf('assessing', { reaches: ['coordinator', 'lead'] })).toBe('assessment');
    expect(occasionOf('delivering', someone('lead'))).toBe('other');
  });
});

describe('the family’s view of a step-up', () => {
  it('never contains the practitioner’s reason for not asking', () => {
    const stepUp = { familyAgreement: 'not_asked', familyAgreementNote: 'Asking would raise the risk.' };
    expect(familyViewOf(stepUp)).toBe('The family was not asked about the step-up.');
  });
});

describe('the answer to a step-up', () => {
  it('is due after one working day, by the date in London', () => {
    expect(answerDueOn(new Date('2026-11-30T10:00:00Z'))).toBe('2026-12-01');
    expect(answerDueOn(new Date('2026-11-27T10:00:00Z'))).toBe('2026-11-30');
    expect(answerDueOn(new Date('2026-12-24T10:00:00Z'))).toBe('2026-12-29');
    expect(answerDueOn(new Date('2026-07-05T23:30:00Z'))).toBe('2026-07-07');
  });
});
