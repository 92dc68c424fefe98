import { describeFilter, filterOf, pageHref } from './episode-list.page.js';

describe('the list of episodes', () => {
  it('begins with what this role looks at first, and only what is open', () => {
    expect(filterOf({}, 'coordinator')).toEqual({ scope: 'locality', status: 'open', lateFirst: true });
  });
  it('takes a filter from the address as it stands', () => {
    expect(filterOf({ scope: 'agency', exception: 'no_lead' }, 'manager')).toEqual({
      scope: 'agency',
      exception: 'no_lead',
      lateFirst: true,
    });
  });
  it('says in words which filter is on', () => {
    expect(
      describeFilter(
        { scope: 'agency', status: 'open', level: '3', exception: 'no_lead', practitionerId: 'x' },
        { practitionerId: 'Ann Invented' },
      ),
    ).toBe('Episodes your agency works on, open, level 3, no lead professional, with Ann Invented');
  });
  it('keeps the filter on the next page', () => {
    expect(pageHref({ scope: 'mine', level: '2', lateFirst: true }, 'abc')).toBe(
      '/episodes?scope=mine&level=2&cursor=abc',
    );
  });
});
