import { validateReview, type ReviewSetting, type ReviewInput } from './review.rules.js';

const REVIEW_FACTS: ReviewSetting = {
  today: '2026-03-10',
  openedOn: '2026-01-05',
  level: 2,
  isHistory: false,
  statutoryLevels: [4],
  outcomeIds: ['a', 'b'],
};
const INPUT: ReviewInput = {
  heldOn: '2026-03-10',
  kind: 'scheduled',
  peoplePresent: [{ name: 'Invented Mother', role: 'Mother' }],
  whatHasChanged: 'More sleep.',
  nextSteps: 'Go on.',
  scores: [{ outcomeId: 'a', scorer: 'child', score: 5 }],
  leadConfirmed: true,
  level: 2,
  levelReason: 'As before.',
  consentReaffirmed: 'same',
  childComment: 'Better.',
  parentCommentMissing: 'absent',
  nextReviewOn: '2026-05-01',
};
const fields = (input: Partial<ReviewInput>, setting: Partial<ReviewSetting> = {}): string[] =>
  validateReview({ ...INPUT, ...input }, { ...REVIEW_FACTS, ...setting }).map(({ field }) => field);

describe('a review', () => {
  it('is valid when every field is given', () => {
    expect(fields({})).toEqual([]);
  });

  it('may be held on the very day of opening, and not the day before', () => {
    expect([fields({ heldOn: '2026-01-05' }), fields({ heldOn: '2026-01-04' })]).toEqual([[], ['heldOn']]);
  });

  it('sets a next date or closes, exactly one', () => {
    expect(fields({ nextReviewOn: null })).toEqual(['nextReviewOn']);
    expect(fields({ toClose: true })).toEqual(['nextReviewOn']);
    expect(fields({ nextReviewOn: null, toClose: true })).toEqual([]);
  });

  it('does not set a next date that has passed, though the review itself was held long ago', () => {
    expect(fields({ heldOn: '2026-02-01', nextReviewOn: '2026-03-09' })).toEqual(['nextReviewOn']);
    expect(fields({ heldOn: '2026-02-01', nextReviewOn: '2026-03-10' })).toEqual([]);
  });

  it('may tell of a next date that has passed, if a later review was recorded before it', () => {
    const late = { heldOn: '2026-02-01', nextReviewOn: '2026-03-09' };
    expect(fields(late, { isHistory: true })).toEqual([]);
    expect(fields({ ...late, nextReviewOn: '2026-02-01' }, { isHistory: true })).toEqual(['nextReviewOn']);
  });

  it('does not set a next date more than twelve months away', () => {
    expect(fields({ nextReviewOn: '2027-03-10' })).toEqual([]);
    expect(fields({ nextReviewOn: '2999-03-10' })).toEqual(['nextReviewOn']);
    expect(fields({ heldOn: '2026-02-01', nextReviewOn: '2027-02-02' }, { isHistory: true })).toEqual([
      'nextReviewOn',
    ]);
  });

  it('treats a blank comment as no comment', () => {
    expect(fields({ childComment: '  ' })).toEqual(['childComment']);
    expect(fields({ childComment: '  ', childCommentMissing: 'too_young' })).toEqual([]);
  });

  it('does not raise to a level that is social care’s, and does not change one that social care set', () => {
    expect(fields({ level: 4 })).toEqual(['level']);
    expect(fields({ level: 4 }, { level: 4 })).toEqual([]);
  });

  it('lets several people score one outcome, each once', () => {
    const score = { outcomeId: 'a', scorer: 'child', score: 5 } as const;
    expect(fields({ scores: [score, { ...score, scorer: 'parent' }, { ...score, outcomeId: 'b' }] })).toEqual(
      [],
    );
    expect(fields({ scores: [score, score, { ...score, outcomeId: 'c' }] })).toEqual([
      'scores.1.outcomeId',
      'scores.2.outcomeId',
    ]);
  });
});
