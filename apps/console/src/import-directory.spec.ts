import { exampleCounty } from './import-directory.js';

test('the example county has its directory, and one person to begin with', () => {
  const county = JSON.parse(exampleCounty()) as Record<string, unknown[]>;
  expect(county['localities']).toHaveLength(7);
  expect(county['levels']).toHaveLength(4);
  expect(county['practitioners']).toEqual([expect.objectContaining({ username: 'first.administrator' })]);
});
