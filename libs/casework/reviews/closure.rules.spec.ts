import { CLOSURE_REASONS, keysOf } from '#libs/terms';
import { closureFaults, type ClosureSetting, type ClosureTold } from './closure.rules.js';

const SETTING: ClosureSetting = {
  today: '2026-03-10',
  openedOn: '2026-01-05',
  lastReviewOn: '2026-03-01',
  outcomeIds: ['a'],
  level: 2,
  statutoryLevels: [4],
  mayChangeLevel: true,
  stepUpAccepted: false,
  namedAgencyKnown: true,
};
const TOLD: ClosureTold = {
  reason: 'NEEDS_MET',
  summary: 'Done.',
  outcomes: [{ outcomeId: 'a', result: 'achieved' }],
  familyTold: true,
};
const ATTEMPT = { on: '2026-03-01', how: 'Letter', result: 'None' };
const fields = (told: Partial<ClosureTold>, setting: Partial<ClosureSetting> = {}): string[] =>
  closureFaults({ ...TOLD, ...told }, { ...SETTING, ...setting }).map(({ field }) => field);

describe('closing', () => {
  it.each([
    ['SINGLE_AGENCY', ['namedAgencyId']],
    ['STEP_UP_CIN', ['reason']],
    ['STEP_UP_CP', ['reason']],
    ['STEP_UP_CLA', ['reason']],
    ['CONSENT_WITHDRAWN', ['safeguardingChecked']],
    ['NOT_ENGAGED', ['contactAttempts', 'safeguardingChecked']],
    ['DECLINED', ['safeguardingChecked']],
    ['MOVED_LA', ['receivingAuthority']],
  ] as const)('because of %s needs what that reason needs', (reason, wanted) => {
    expect(fields({ reason })).toEqual(wanted);
  });

  it('stands for every reason once all that any of them needs is there', () => {
    const all = {
      namedAgencyId: 'x',
      receivingAuthority: 'Derby',
      safeguardingChecked: true,
      contactAttempts: [ATTEMPT, ATTEMPT, ATTEMPT],
    };
    for (const reason of keysOf(CLOSURE_REASONS))
      expect([reason, fields({ ...all, reason }, { stepUpAccepted: true })]).toEqual([reason, []]);
  });

  it('leaves no outcome blank, names none twice and none of another plan', () => {
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

  it('leaves level 4 to social care, who set it and who end it', () => {
    expect([fields({ finalLevel: 2 }, { level: 4 }), fields({ finalLevel: 4 }, { level: 4 })]).toEqual([
      ['finalLevel'],
      [],
    ]);
  });

  it('lowers the level only by whoever decides levels', () => {
    expect([
      fields({ finalLevel: 1 }),
      fields({ finalLevel: 1 }, { mayChangeLevel: false }),
      fields({ finalLevel: 4 }),
    ]).toEqual([[], ['finalLevel'], ['finalLevel']]);
  });
});
