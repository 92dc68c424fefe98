import { ProblemError } from '#libs/platform';
import { changedAction, assertProgressOnly, assertDueNotPast, assertOneAssignee } from './action.rules.js';
import { currentOf } from './score.rules.js';

const TODAY = '2026-03-03';
const OPEN = { status: 'on_track', dueOn: '2026-03-10', doneOn: null, droppedBecause: null };
const errorFields = (work: () => unknown): string[] => {
  try {
    work();
    return [];
  } catch (error) {
    return (error as ProblemError).errors.map(({ field }) => field);
  }
};

it('an action is done today or before, never on a future day', () => {
  expect(changedAction(OPEN, { status: 'done', doneOn: TODAY }, TODAY)).toMatchObject({
    status: 'done',
    doneOn: TODAY,
  });
  expect(errorFields(() => changedAction(OPEN, { status: 'done', doneOn: '2026-03-04' }, TODAY))).toEqual([
    'doneOn',
  ]);
  expect(errorFields(() => changedAction(OPEN, { status: 'done' }, TODAY))).toEqual(['doneOn']);
});

it('dropping an action needs a reason', () => {
  expect(errorFields(() => changedAction(OPEN, { status: 'dropped', droppedBecause: '  ' }, TODAY))).toEqual([
    'droppedBecause',
  ]);
});

it('a reopened action is neither done nor dropped', () => {
  const done = { ...OPEN, status: 'done', doneOn: TODAY };
  expect(changedAction(done, { status: 'on_track' }, TODAY)).toMatchObject({
    doneOn: null,
    droppedBecause: null,
  });
  expect(changedAction(done, { progressNote: 'It helped.' }, TODAY)).toMatchObject({
    status: 'done',
    doneOn: TODAY,
  });
});

it('a due date that has passed may stay, but a new one is never in the past', () => {
  expect(errorFields(() => assertDueNotPast('2026-03-01', TODAY, '2026-03-01'))).toEqual([]);
  expect(errorFields(() => assertDueNotPast('2026-03-01', TODAY, '2026-03-10'))).toEqual(['dueOn']);
});

it('an action has exactly one assignee', () => {
  expect(errorFields(() => assertOneAssignee('id', null))).toEqual([]);
  expect(errorFields(() => assertOneAssignee(null, 'Grandmother'))).toEqual([]);
  expect(errorFields(() => assertOneAssignee(null, '  '))).toEqual(['doerPractitionerId']);
  expect(errorFields(() => assertOneAssignee('id', 'Grandmother'))).toEqual(['doerPractitionerId']);
});

it('an assignee reports progress on an action and cannot change what was agreed', () => {
  expect(() => assertProgressOnly({ status: 'delayed', progressNote: 'No answer.' })).not.toThrow();
  expect(() => assertProgressOnly({ dueOn: '2026-04-01' })).toThrow(ProblemError);
});

const OF_REVIEW = { scoredOn: '2026-03-10', reviewId: 'r1', isStart: false };
const START = { scorer: 'worker', score: 1, scoredOn: '2026-03-12', reviewId: null, isStart: true };

it('the current score of an outcome is the worker’s, else the parent’s, else the child’s', () => {
  const child = { ...OF_REVIEW, scorer: 'child', score: 2 };
  const parent = { ...OF_REVIEW, scorer: 'parent', score: 4 };
  expect(currentOf([child, parent, { ...OF_REVIEW, scorer: 'worker', score: 6 }])).toBe(6);
  expect(currentOf([child, parent])).toBe(4);
  expect(currentOf([child])).toBe(2);
  expect(currentOf([])).toBeNull();
});

it('the current score is of the latest occasion, and of two on one day the later typed', () => {
  const worker = { ...OF_REVIEW, scorer: 'worker', score: 6 };
  const later = { ...OF_REVIEW, scoredOn: '2026-03-11', reviewId: 'r2', scorer: 'child', score: 3 };
  expect(currentOf([worker, later])).toBe(3);
  expect(currentOf([worker, { ...later, scoredOn: worker.scoredOn }])).toBe(3);
});

it('a review that was held before the outcome was typed still moves it from its start', () => {
  expect(currentOf([START])).toBe(1);
  expect(currentOf([{ ...OF_REVIEW, scorer: 'parent', score: 5 }, START])).toBe(5);
});
