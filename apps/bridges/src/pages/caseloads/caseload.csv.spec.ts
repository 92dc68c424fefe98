import type { Caseload } from '#libs/oversight/caseloads';
import { caseloadCsv, safeCell } from './caseload.csv.js';

describe('a caseload in a spreadsheet', () => {
  it.each(['=1+1', '+44 116 000', '-5', '@sum', '\tx', '\rx'])('never opens %j as a formula', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it('leaves an ordinary name unchanged', () => {
    expect(safeCell('O’Neill, Ann-Marie')).toBe('O’Neill, Ann-Marie');
  });

  it('leaves a name from right to left as it is stored, for other programs to compare', () => {
    const counts = { levels: {}, exceptions: {}, notShared: {}, count: 1 };
    const text = caseloadCsv({
      ...counts,
      by: 'practitioner',
      groups: [{ ...counts, key: 'k', name: 'محمد حسن', beside: 'دار Nursery', href: '/' }],
      shares: [],
      filter: {},
      sort: 'name',
      descending: false,
    } as unknown as Caseload);
    expect(text.split('\r\n')[1]).toMatch(/^محمد حسن,دار Nursery,/);
    expect(text).not.toMatch(/[\u2066-\u2069\u200e\u200f\u202a-\u202e]/);
  });

  it('has a row for each group, with numbers unquoted and text made safe', () => {
    const numbers = {
      count: 2,
      levels: { 1: 0, 2: 2, 3: 0, 4: 0, none: 0, hidden: 0 },
      exceptions: {
        no_lead: 1,
        no_one_responsible: 0,
        review_late: 0,
        no_next_date: 0,
        no_contact: 0,
        consent_ending: 0,
      },
      notShared: {
        no_lead: 0,
        no_one_responsible: 0,
        review_late: 0,
        no_next_date: 0,
        no_contact: 0,
        consent_ending: 0,
      },
    };
    const group = { ...numbers, key: 'k', name: '=cmd, "x"', beside: null, href: '/' };
    const text = caseloadCsv({
      ...numbers,
      by: 'team',
      groups: [group],
      shares: [],
      filter: {},
      sort: 'name',
      descending: false,
    } as Caseload);
    const [heads, row] = text.replace('\ufeff', '').split('\r\n');
    expect(heads).toBe(
      'Team,Agency,Families,Level 1,Level 2,Level 3,Level 4,Not decided,No lead professional,No one responsible,Review late,No next date,No contact for 30 days,Consent ending within 30 days',
    );
    expect(row).toBe(`"'=cmd, ""x""",,2,0,2,0,0,0,1,0,0,0,0,0`);
  });

  it('states what is not shared, and for how many families', () => {
    const unknown = {
      no_lead: 0,
      no_one_responsible: 0,
      review_late: 2,
      no_next_date: 2,
      no_contact: 2,
      consent_ending: 0,
    };
    const numbers = {
      count: 2,
      levels: { 1: null, 2: null, 3: null, 4: null, none: null, hidden: 2 },
      exceptions: {
        no_lead: 1,
        no_one_responsible: 0,
        review_late: null,
        no_next_date: null,
        no_contact: null,
        consent_ending: 0,
      },
      notShared: unknown,
    };
    const text = caseloadCsv({
      ...numbers,
      by: 'level',
      groups: [{ ...numbers, key: 'hidden', name: 'Level not shared with you', beside: null, href: '/' }],
      shares: [],
      filter: {},
      sort: 'name',
      descending: false,
    } as unknown as Caseload);
    const [heads, row] = text.replace('\ufeff', '').split('\r\n');
    expect(heads).toContain(
      'Not shared: review late,Not shared: no next date,Not shared: no contact for 30 days',
    );
    expect(row).toBe(
      'Level not shared with you,,2,1,0,Not shared with you,Not shared with you,Not shared with you,0,2,2,2',
    );
  });
});
