import {
  validatePassage,
  mergedPassage,
  missingParts,
  progressOf,
  type Written,
} from './assessment.rules.js';
import type { SectionAnswers } from './sections/index.js';

const NOTHING = mergedPassage(null, {});
const about = (element: Written['element'], passage: Partial<Written> = { needs: 'Sleep' }): Written => ({
  ...NOTHING,
  ...passage,
  element,
});
const SECTIONS: SectionAnswers = {
  people_present: { people: [{ name: 'Mother' }] },
  reason: { what_led: 'Mondays' },
  conclusions: {
    strengths_summary: 'Close',
    needs_summary: 'Sleep',
    needs_category: 'additional',
    goals: 'School',
  },
  comments: { child_comment_missing: 'too_young', parent_comment: 'Thank you' },
};
const fields = (sections: SectionAnswers, written: Written[]) =>
  missingParts(sections, written).map(({ field }) => field);

describe('what an assessment lacks', () => {
  it('is nothing once every mandatory part is there and each domain was explored, or has a reason', () => {
    expect(
      fields(SECTIONS, [about('A1a'), about('B2'), about('C1', { notExploredBecause: 'Next time' })]),
    ).toEqual([]);
  });

  it('is a comment only when there is neither a comment nor a reason', () => {
    expect(
      fields({ ...SECTIONS, comments: { child_comment: 'Hello' } }, [about('A1a'), about('B2'), about('C1')]),
    ).toEqual(['sections.comments.parent_comment']);
  });

  it('is a domain when it has only the child’s words or a level', () => {
    expect(
      fields(SECTIONS, [
        about('A1a', { childsWords: 'Cars' }),
        about('B1', { levelIndicator: 2 }),
        about('C1'),
      ]),
    ).toEqual(['elements.A', 'elements.B']);
  });

  it('is the people present when the list is empty', () => {
    expect(
      fields({ ...SECTIONS, people_present: { people: [] } }, [about('A1a'), about('B2'), about('C1')]),
    ).toEqual(['sections.people_present.people']);
  });
});

describe('progress', () => {
  it('counts an element once, even with a sensitive passage beside the open one', () => {
    const { domains } = progressOf(SECTIONS, [
      about('C1'),
      about('C1', { strengths: 'Few' }),
      about('C2', { notExploredBecause: 'Later' }),
    ]);
    expect(domains.C).toEqual({ explored: 1, notExplored: 1, total: 4 });
  });

  it('distinguishes a section begun from one done', () => {
    const { sections } = progressOf(
      { conclusions: { goals: 'School' }, reason: { what_led: 'Mondays' } },
      [],
    );
    expect(sections).toMatchObject({ conclusions: 'begun', reason: 'done', comments: 'empty' });
  });
});

describe('a passage', () => {
  it('keeps the parts that are not mentioned, and clears the blank ones', () => {
    const before = mergedPassage(null, { strengths: ' Well ', needs: 'Sleep' });
    expect(mergedPassage(before, { needs: '  ', evidence: 'Nurse' })).toMatchObject({
      strengths: 'Well',
      needs: null,
      evidence: 'Nurse',
    });
  });

  it('is explored, or has a reason why not, but not both', () => {
    expect(
      validatePassage(mergedPassage(null, { needs: 'Sleep', notExploredBecause: 'Later' }), 'elements.0.'),
    ).toEqual([
      {
        field: 'elements.0.notExploredBecause',
        message: 'Enter what you found, or why it was not discussed, not both',
      },
    ]);
    expect(validatePassage(mergedPassage(null, { notExploredBecause: 'Later' }), '')).toEqual([]);
  });
});
