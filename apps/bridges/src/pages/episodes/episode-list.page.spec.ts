import { describeFilter, filterOf, pageHref } from './episode-list.page.js';

describe('the list of episodes', () => {
  it('starts with the filter that suits the role, limited to open episodes', () => {
    expect(filterOf({}, 'coordinator')).toEqual({ scope: 'locality', status: 'open', lateFirst: true });
  });
  it('applies a filter from the address', () => {
    expect(filterOf({ scope: 'agency', exception: 'no_lead' }, 'manager')).toEqual({
      scope: 'agency',
      exception: 'no_lead',
      lateFirst: true,
    });
  });
  it('describes the active filter', () => {
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
