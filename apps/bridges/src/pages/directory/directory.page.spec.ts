import type { LevelOfNeed, ServiceListItem } from '#libs/directory';
import { byLevel, peopleTitle } from './directory.page.js';

const level = (number: number) => ({ number, name: `L${number}`, description: '' }) as LevelOfNeed;
const service = (name: string, at: number) => ({ id: name, name, level: at }) as ServiceListItem;

describe('the directory', () => {
  it('lists each service under its level, and shows no empty level', () => {
    const bands = byLevel([level(1), level(2), level(3)], [service('Library', 1), service('Outreach', 3)]);
    expect(bands.map(({ number, services }) => [number, services.map(({ name }) => name)])).toEqual([
      [1, ['Library']],
      [3, ['Outreach']],
    ]);
  });
  it('names the agency whose people are listed', () => {
    expect(peopleTitle('coordinator', null)).toBe('Coordinators');
    expect(peopleTitle(null, 'Bramble Hill')).toBe('People at Bramble Hill');
  });
});
