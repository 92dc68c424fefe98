import { element, points } from '../picture.js';
import type { GenogramParts, GenogramPerson } from './genogram-parts.js';
import { symbolOf } from './symbols.js';

interface Entry {
  readonly svg: string;
  readonly text: string;
}
const SHAPES = {
  female: 'Female',
  male: 'Male',
  unknown: 'Sex not known',
  unborn: 'Not born yet, or a pregnancy that ended',
} as const;
const LINES = {
  married: 'Married or civil partners',
  partner: 'Partners',
  separated: 'Former husband, wife or partner',
  divorced: 'A marriage or civil partnership that has ended',
  parted: 'A partnership that has ended',
  not_recorded: 'Parents of the same child: what they are to each other is not recorded',
  birth: 'Children, the eldest on the left',
  adoption: 'Children by adoption',
  care: 'A child in the care of a foster carer, kinship carer or special guardian',
  tie: 'Related, without the people between being recorded',
} as const;
const STROKES: Readonly<Record<string, number>> = { separated: 1, parted: 1, divorced: 2 };

/** What the symbols and lines of this picture mean; nothing that is not in it. */
export function genogramKey({ people, couples, ties, homes }: GenogramParts): Entry[] {
  const lines = new Set<string>([
    ...couples.flatMap(({ parents, line, broods }) => [
      ...(parents.length > 1 ? [line] : []),
      ...broods.map((brood) => brood.line),
    ]),
    ...(ties.length > 0 ? ['tie'] : []),
  ]);
  const has = (is: (person: GenogramPerson) => boolean): boolean => people.some(is);
  const plain = { isChild: false, isCrossed: false, isUncertain: false } as const;
  const sample = (given: object, text: string): Entry => ({
    svg: picture(symbolOf({ ...plain, shape: 'unknown', ...given } as GenogramPerson, 24, 24)),
    text,
  });
  return [
    ...keysOf(SHAPES)
      .filter((shape) => has((one) => one.shape === shape))
      .map((shape) => sample({ shape }, SHAPES[shape])),
    ...(has((one) => one.isChild)
      ? [
          sample(
            { isChild: true, shape: people.find((one) => one.isChild)!.shape },
            'The child this picture is about',
          ),
        ]
      : []),
    ...(has((one) => one.isCrossed)
      ? [sample({ isCrossed: true }, 'Has died, or a pregnancy that ended')]
      : []),
    ...(has((one) => one.isUncertain) ? [sample({ isUncertain: true }, 'The age is an estimate')] : []),
    ...keysOf(LINES)
      .filter((line) => lines.has(line))
      .map((line) => ({ svg: lineSample(line), text: LINES[line] })),
    ...(homes.length > 0 ? [{ svg: homeSample(), text: 'A home: the people who live there now' }] : []),
  ];
}

const keysOf = <T extends object>(list: T): (keyof T & string)[] => Object.keys(list) as (keyof T & string)[];
const picture = (...content: string[]): string =>
  element(
    'svg',
    { viewBox: '0 0 48 48', width: 48, height: 48, 'aria-hidden': 'true', focusable: 'false' },
    ...content,
  );

const lineSample = (line: string): string =>
  picture(
    element(
      'g',
      { class: `app-family__line app-family__line--${line}` },
      element('polyline', { points: points([2, 24], [46, 24]) }),
      ...Array.from({ length: STROKES[line] ?? 0 }, (_, index) =>
        element('polyline', {
          class: 'app-family__stroke',
          points: points([18 + index * 8, 32], [26 + index * 8, 16]),
        }),
      ),
    ),
  );

const homeSample = (): string =>
  picture(
    element(
      'g',
      { class: 'app-family__home' },
      element('polygon', { points: points([4, 8], [44, 8], [44, 40], [4, 40]) }),
    ),
  );
