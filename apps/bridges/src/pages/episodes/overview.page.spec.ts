import type { EpisodeView } from '#libs/casework/episodes';
import type { ActionView } from '#libs/casework/plans';
import { dueRows } from './overview.page.js';

const seen = { id: 'e', open: true, record: { nextReviewOn: '2026-03-14' } } as unknown as EpisodeView;
const action = (dueOn: string, status = 'not_started') =>
  ({
    description: 'Ring housing',
    doer: { practitioner: null, name: 'Ann Invented' },
    dueOn,
    status,
  }) as unknown as ActionView;

describe('what is due in an episode', () => {
  it('is sorted by date, regardless of the assignee', () => {
    const rows = dueRows(
      seen,
      [action('2026-03-20'), action('2026-03-01')],
      [{ id: 'm', startsAt: new Date('2026-03-10T10:00:00Z'), place: 'School' }],
    );
    expect(rows.map(({ what, when }) => `${when} ${what}`)).toEqual([
      '2026-03-01 Ann Invented: Ring housing',
      '2026-03-10 Meeting: School',
      '2026-03-14 Review of the plan',
      '2026-03-20 Ann Invented: Ring housing',
    ]);
  });
  it('leaves out completed and dropped actions', () => {
    expect(
      dueRows({ ...seen, record: null }, [action('2026-03-01', 'done'), action('2026-03-01', 'dropped')], []),
    ).toEqual([]);
  });
  it('is empty once the episode is closed', () => {
    expect(dueRows({ ...seen, open: false }, [action('2026-03-01')], [])).toEqual([]);
  });
});
