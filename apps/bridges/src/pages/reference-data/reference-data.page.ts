import type { ImportResult } from '#libs/directory';

/** "Schools imported: 3 added, 1 changed, 0 closed, 20 unchanged." */
export function reportInWords(list: string, result: ImportResult): string {
  const { added, changed, closed, unchanged, isRepeat } = result;
  const numbers = [
    [added, 'added'],
    [changed, 'changed'],
    [closed, 'closed'],
    [unchanged, 'unchanged'],
  ] as const;
  const words = numbers.map(([count, what]) => `${count.toLocaleString('en-GB')} ${what}`).join(', ');
  return isRepeat
    ? `${list}: this file was the last one imported, so nothing was done. That time: ${words}.`
    : `${list} imported: ${words}.`;
}
