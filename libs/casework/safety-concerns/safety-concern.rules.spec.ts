import {
  groundOfConcern,
  NO_SAFETY_ANSWERS,
  type SafetyAnswers,
  validateAnswer,
} from './safety-concern.rules.js';

const answers = (more: Partial<SafetyAnswers>): SafetyAnswers => ({ ...NO_SAFETY_ANSWERS, ...more });
const NOTHING = { isStanding: false };
const STANDING = { isStanding: true };

describe('a concern', () => {
  it('is raised by "safe from harm: no" and by the decision to follow safeguarding procedures', () => {
    expect(groundOfConcern(answers({}), answers({ isUnsafe: true }), NOTHING)).toBe('not_safe');
    expect(groundOfConcern(answers({}), answers({ followsProcedures: true }), NOTHING)).toBe('procedures');
    expect(groundOfConcern(answers({}), answers({ said: 'Settled at school' }), NOTHING)).toBeNull();
  });

  it('is raised by an assessment that says that the child suffers significant harm, once for what is said', () => {
    const harm = answers({ suffersHarm: true, said: 'Bruises' });
    expect(groundOfConcern(answers({}), harm, STANDING)).toBe('significant_harm');
    expect(groundOfConcern(harm, harm, NOTHING)).toBeNull();
    expect(groundOfConcern(harm, { ...harm, said: 'Bruises. Afraid' }, STANDING)).toBe('significant_harm');
    expect(groundOfConcern(harm, answers({ said: 'None' }), NOTHING)).toBeNull();
  });

  it('is not raised again by saving the same answers, whether or not it has been answered', () => {
    const unsafe = answers({ isUnsafe: true, followsProcedures: true, said: 'Bruises' });
    expect(groundOfConcern(unsafe, unsafe, STANDING)).toBeNull();
    expect(groundOfConcern(unsafe, unsafe, NOTHING)).toBeNull();
  });

  it('is raised again by new text, even while the first is open', () => {
    const before = answers({ isUnsafe: true, said: 'Bruises' });
    expect(groundOfConcern(before, { ...before, said: 'Bruises. Afraid to go home' }, STANDING)).toBe(
      'not_safe',
    );
    expect(groundOfConcern(before, { ...before, said: null }, STANDING)).toBeNull();
  });

  it('is raised again when a child recorded as safe is unsafe again', () => {
    expect(groundOfConcern(answers({ isUnsafe: false }), answers({ isUnsafe: true }), NOTHING)).toBe(
      'not_safe',
    );
  });

  it('is not raised twice by the decision that follows from it, unless it has been answered', () => {
    const before = answers({ isUnsafe: true });
    expect(groundOfConcern(before, { ...before, followsProcedures: true }, STANDING)).toBeNull();
    expect(groundOfConcern(before, { ...before, followsProcedures: true }, NOTHING)).toBe('procedures');
  });
});

describe('an answer', () => {
  const NOW = new Date('2026-11-30T12:00:00Z');
  const ANSWER = { actionTaken: 'Rang', actionAt: NOW, spokenTo: 'Duty social worker' };
  it('records what was done, when and with whom', () => {
    expect(validateAnswer(ANSWER, NOW)).toEqual([]);
    expect(validateAnswer({ ...ANSWER, actionTaken: ' ', spokenTo: '' }, NOW)).toHaveLength(2);
  });
  it('records past action, not plans', () => {
    expect(validateAnswer({ ...ANSWER, actionAt: new Date('2026-11-30T12:01:00Z') }, NOW)).toEqual([
      { field: 'actionAt', message: 'The date and time must be now or in the past' },
    ]);
  });
});
