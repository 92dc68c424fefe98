import { median, paired } from './ratios.js';

test('the median of an odd and an even number of measurements', () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(() => median([])).toThrow('Nothing was measured.');
});

test('the two variants alternate, warm-up pairs are discarded, and the ratio is the median of the pairs’ ratios', async () => {
  const order: string[] = [];
  const measured = (name: string, milliseconds: number) => async () => {
    order.push(name);
    return order.length <= 16 ? 1000 : milliseconds;
  };
  expect(await paired(5, measured('a', 3), measured('b', 2))).toEqual({ a: 3, b: 2, ratio: 1.5, pairs: 5 });
  expect(order.join('')).toBe('ab'.repeat(13));
});
