/** A run of words that two texts share, or that only one of them has. */
export interface Difference {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Comparing texts takes a step for each pair of their words; beyond this they are shown as two whole texts. */
const MOST_STEPS = 4_000_000;

/** What was removed from one text and added to make the other, word by word, in the order of reading. */
export function wordDifferences(before: string, after: string): Difference[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < one.length && isSame(one[start], other[start])) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && isSame(one.at(-1 - end), other.at(-1 - end)))
    end += 1;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  const middle =
    left.length * right.length > MOST_STEPS
      ? [...marked('removed', left), ...marked('added', right)]
      : differencesOf(left, right);
  return joined([
    ...shared(one.slice(0, start), other.slice(0, start)),
    ...middle,
    ...shared(one.slice(one.length - end), other.slice(other.length - end)),
  ]);
}

/** The space behind a word is no difference. */
const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.trimEnd() === other.trimEnd();

/** Words with the space behind them, so that joining them gives the text again. */
const wordsOf = (text: string): string[] => text.replaceAll('\r\n', '\n').match(/\S+\s*|\s+/g) ?? [];

const marked = (kind: Difference['kind'], words: readonly string[]): Difference[] =>
  words.map((text) => ({ kind, text }));

/** With the space that one of them has behind a word, since words of one text alone may follow. */
const shared = (one: readonly string[], other: readonly string[]): Difference[] =>
  other.map((text, index) => ({ kind: 'same', text: one[index]!.length > text.length ? one[index]! : text }));

/** By the longest sequence of words that both have. */
function differencesOf(one: readonly string[], other: readonly string[]): Difference[] {
  const width = other.length + 1;
  const common = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      common[i * width + j] = isSame(one[i], other[j])
        ? common[(i + 1) * width + j + 1]! + 1
        : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (isSame(one[i], other[j])) {
      found.push(...shared([one[i]!], [other[j]!]));
      i += 1;
      j += 1;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
      found.push({ kind: 'removed', text: one[i++]! });
    else found.push({ kind: 'added', text: other[j++]! });
  }
  return [...found, ...marked('removed', one.slice(i)), ...marked('added', other.slice(j))];
}

function joined(parts: readonly Difference[]): Difference[] {
  const runs: { kind: Difference['kind']; text: string }[] = [];
  for (const { kind, text } of parts) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else runs.push({ kind, text });
  }
  return runs;
}
