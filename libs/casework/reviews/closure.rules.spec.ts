import { CLOSURE_REASONS, keysOf } from '#libs/terms';
import {
  canStillBeUndone,
  validateClosure,
  type ClosureSetting,
  type ClosureInput,
  lastDayToUndo,
} from './closure.rules.js';

const CLOSURE_FACTS: ClosureSetting = {
  today: '2026-03-10',
  openedOn: '2026-01-05',
  lastReviewOn: '2026-03-01',
  outcomeIds: ['a'],
  level: 2,
  statutoryLevels: [4],
  mayChangeLevel: true,
  stepUpAccepted: false,
  namedAgencyKnown: true,
  approverIds: null,
};
const INPUT: ClosureInput = {
  reason: 'NEEDS_MET',
  summary: 'Done.',
  outcomes: [{ outcomeId: 'a', result: 'achieved' }],
  familyTold: true,
};
const ATTEMPT = { on: '2026-03-01', how: 'Letter', result: 'None' };
const on = (...days: string[]) => days.map((day) => ({ ...ATTEMPT, on: day }));
const ATTEMPTS = on('2026-02-01', '2026-02-10', '2026-03-01');
const fields = (input: Partial<ClosureInput>, setting: Partial<ClosureSetting> = {}): string[] =>
  validateClosure({ ...INPUT, ...input }, { ...CLOSURE_FACTS, ...setting }).map(({ field }) => field);

describe('closing', () => {
  it.each([
    ['SINGLE_AGENCY', ['namedAgencyId']],
    ['STEP_UP_CIN', ['reason']],
    ['STEP_UP_CP', ['reason']],
    ['STEP_UP_CLA', ['reason']],
    ['CONSENT_WITHDRAWN', ['safeguardingChecked']],
    ['NOT_ENGAGED', ['contactAttempts', 'familyToldNote', 'safeguardingChecked']],
    ['DECLINED', ['safeguardingChecked']],
    ['MOVED_LA', ['receivingAuthority']],
  ] as const)('because of %s needs what that reason needs', (reason, expectedFields) => {
    expect(fields({ reason })).toEqual(expectedFields);
  });

  it('is valid for every reason once its requirements are met', () => {
    const all = {
      namedAgencyId: 'x',
      receivingAuthority: 'Derby',
      safeguardingChecked: true,
      contactAttempts: ATTEMPTS,
      familyToldNote: 'By letter.',
    };
    for (const reason of keysOf(CLOSURE_REASONS))
      expect([reason, fields({ ...all, reason }, { stepUpAccepted: true })]).toEqual([reason, []]);
  });

  it('needs attempts at contact on three days, none in the future and none before the episode opened', () => {
    const fieldsAfterAttempts = (contactAttempts: ClosureInput['contactAttempts']) =>
      fields({
        reason: 'NOT_ENGAGED',
        safeguardingChecked: true,
        familyToldNote: 'Letter.',
        contactAttempts: contactAttempts!,
      });
    expect(fieldsAfterAttempts(ATTEMPTS)).toEqual([]);
    expect(fieldsAfterAttempts([...ATTEMPTS, ...on('2026-03-01')])).toEqual([]);
    expect(fieldsAfterAttempts(on('2026-02-01', '2026-02-10'))).toEqual(['contactAttempts']);
    expect(fieldsAfterAttempts(on('2026-03-10', '2026-03-10', '2026-03-10'))).toEqual(['contactAttempts']);
    expect(fieldsAfterAttempts(on('2026-02-01', '2026-02-10', '2026-03-11'))).toEqual([
      'contactAttempts.2.on',
    ]);
    expect(fieldsAfterAttempts(on('2026-01-04', '2026-01-05', '2026-03-10'))).toEqual([
      'contactAttempts.0.on',
    ]);
  });

  it('records how a family that could not be contacted was told, or why not', () => {
    const all = { reason: 'NOT_ENGAGED', safeguardingChecked: true, contactAttempts: ATTEMPTS } as const;
    const messages = (input: Partial<ClosureInput>) =>
      validateClosure({ ...INPUT, ...all, ...input }, CLOSURE_FACTS).map(({ message }) => message);
    expect(messages({ familyTold: true })).toEqual([
      'The family could not be contacted. Enter how they were told, or select No and enter why not',
    ]);
    expect(messages({ familyTold: false, familyToldNote: ' ' })).toEqual([
      'Enter why the family has not been told',
    ]);
    expect(messages({ familyTold: true, familyToldNote: 'By letter.' })).toEqual([]);
  });

  it('names one of the managers who may approve, where closing takes two', () => {
    const messages = (managerId: string | null, approverIds: string[] | null) =>
      validateClosure({ ...INPUT, managerId }, { ...CLOSURE_FACTS, approverIds }).map(
        ({ message }) => message,
      );
    expect(messages(null, null)).toEqual([]);
    expect(messages('m', ['m'])).toEqual([]);
    expect(messages(null, ['m'])).toEqual(['Select the manager who will approve this closure']);
    expect(messages('x', ['m'])).toEqual(['Select one of the managers who can approve this closure']);
    expect(messages('x', [])).toEqual([expect.stringMatching(/^No other manager/)]);
  });

  it('can be undone for 28 days to the minute', () => {
    const closedAt = new Date('2026-03-01T10:00:00Z');
    expect(lastDayToUndo(closedAt)).toBe('2026-03-28');
    expect(canStillBeUndone(closedAt, new Date('2026-03-29T09:59:59Z'))).toBe(true);
    expect(canStillBeUndone(closedAt, new Date('2026-03-29T10:00:00Z'))).toBe(false);
  });

  it('has a result for every outcome, none twice and none of another plan', () => {
    const result = { result: 'partly' } as const;
    expect(fields({ outcomes: [] })).toEqual(['outcomes']);
    expect(
      fields({
        outcomes: [
          { outcomeId: 'a', ...result },
          { outcomeId: 'a', ...result },
        ],
      }),
    ).toEqual(['outcomes']);
    expect(
      fields({
        outcomes: [
          { outcomeId: 'a', ...result },
          { outcomeId: 'z', ...result },
        ],
      }),
    ).toEqual(['outcomes']);
    expect(fields({ outcomes: [] }, { outcomeIds: [] })).toEqual([]);
  });

  it('lies between the last review and today', () => {
    expect([
      fields({ closedOn: '2026-02-28' }),
      fields({ closedOn: '2026-03-01' }),
      fields({ closedOn: '2026-03-11' }),
    ]).toEqual([['closedOn'], [], ['closedOn']]);
  });

  it('leaves level 4 to social care, which sets and ends it', () => {
    expect([fields({ finalLevel: 2 }, { level: 4 }), fields({ finalLevel: 4 }, { level: 4 })]).toEqual([
      ['finalLevel'],
      [],
    ]);
  });

  it('lowers the level only for a practitioner who may decide levels', () => {
    expect([
      fields({ finalLevel: 1 }),
      fields({ finalLevel: 1 }, { mayChangeLevel: false }),
      fields({ finalLevel: 4 }),
    ]).toEqual([[], ['finalLevel'], ['finalLevel']]);
  });
});
