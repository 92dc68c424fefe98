import {
  type ChecklistValues,
  EMPTY_CHECKLIST,
  validateChecklist,
  isUnsafe,
  missingAnswers,
  assertChecklistOpen,
} from './checklist.rules.js';

const YES = { answer: 'yes' } as const;
const FILLED: ChecklistValues = {
  ...EMPTY_CHECKLIST,
  answers: {
    healthy: YES,
    safe_from_harm: YES,
    learning_and_developing: YES,
    positive_impact: YES,
    free_from_poverty: YES,
  },
  assessmentWouldHelp: 'yes',
  existingAssessment: 'none',
  discussedWithChild: true,
  discussedWithParent: true,
  decision: 'none',
  decidedOn: '2026-03-03',
};
const missing = (changes: Partial<ChecklistValues>) =>
  missingAnswers({ ...FILLED, ...changes }).map(({ field }) => field);

describe('a complete checklist', () => {
  it('needs no text about help when all answers are yes, and does for a no or not sure', () => {
    expect(missing({})).toEqual([]);
    expect(missing({ answers: { ...FILLED.answers, healthy: { answer: 'no' } } })).toEqual(['extraHelp']);
    expect(
      missing({ answers: { ...FILLED.answers, healthy: { answer: 'not_sure' } }, extraHelp: ' ' }),
    ).toEqual(['extraHelp']);
  });

  it('needs a reason when the child or a parent was not asked', () => {
    expect(missing({ discussedWithChild: false })).toEqual(['reasonNotDiscussed']);
    expect(missing({ discussedWithChild: false, reasonNotDiscussed: 'Two years old' })).toEqual([]);
    expect(missing({ discussedWithChild: null })).toEqual(['discussedWithChild']);
  });

  it('is decided today or before', () => {
    expect(validateChecklist(FILLED, '2026-03-03')).toEqual([]);
    expect(validateChecklist(FILLED, '2026-03-02')).toHaveLength(1);
  });

  it('indicates that a child may be unsafe by a no alone', () => {
    expect(isUnsafe({ answers: { safe_from_harm: { answer: 'no' } } })).toBe(true);
    expect(isUnsafe({ answers: { safe_from_harm: { answer: 'not_sure' } } })).toBe(false);
  });

  it('cannot change once the episode has moved on', () => {
    expect(() => assertChecklistOpen('checklist')).not.toThrow();
    expect(() => assertChecklistOpen('registered')).toThrow('can no longer be edited');
  });
});
