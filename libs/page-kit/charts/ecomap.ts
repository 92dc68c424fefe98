import { escapeText } from '../text.js';
import { wrapLabel } from './label.js';
import { element, frame, points, textOf } from './picture.js';

/** How the family is tied to a circle, as far as it is recorded. */
export type EcomapLine = 'lead' | 'works' | 'reports' | 'known' | 'not_named';
export interface EcomapCircle {
  readonly name: string;
  readonly notes: readonly string[];
  readonly line: EcomapLine;
  readonly isRestricted: boolean;
  readonly sentence: string;
}
export interface EcomapParts {
  readonly centre: Pick<EcomapCircle, 'name' | 'notes' | 'sentence'>;
  readonly around: readonly EcomapCircle[];
}
interface Drawn {
  readonly name: readonly string[];
  readonly notes: readonly string[];
  readonly radius: number;
  readonly sentence: string;
}
const LINE = 16;
const TEXT = 112;
/** The middle has the names of a home. */
const WIDE = 176;
const SMALLEST = 46;
const BETWEEN = 24;
/** So that the line between two circles can be seen. */
const APART = 56;

/** The child in the middle, those who help around them, and a line for what each is; every part has its sentence. */
export function ecomap(
  { centre, around }: EcomapParts,
  { id = 'ecomap', title, desc }: { id?: string; title: string; desc: string },
): string {
  const middle = measured(centre, WIDE);
  const circles = around.map((circle) => ({ ...circle, ...measured(circle) }));
  const widest = Math.max(0, ...circles.map(({ radius }) => radius));
  const round = circles.reduce((sum, { radius }) => sum + 2 * radius + BETWEEN, 0) / (2 * Math.PI);
  const ring = circles.length === 0 ? 0 : Math.max(round * 1.04, middle.radius + widest + APART);
  const size = Math.ceil(2 * (Math.max(ring + widest, middle.radius) + 12));
  const centred = size / 2;
  const angles = anglesOf(circles);
  const placed = circles.map((circle, index) => ({
    ...circle,
    x: centred + ring * Math.sin(angles[index]!),
    y: centred - ring * Math.cos(angles[index]!),
    angle: angles[index]!,
  }));
  return frame(
    { id, title, desc, width: size, height: size, isNatural: true },
    ...placed.map((circle) =>
      element(
        'g',
        { class: `app-family__line app-family__line--${circle.line}` },
        element('title', {}, escapeText(circle.sentence)),
        element('polyline', { points: points([centred, centred], [circle.x, circle.y]) }),
        ...(circle.isRestricted ? strokes(circle, centred, middle.radius) : []),
      ),
    ),
    drawCircle(middle, centred, centred, 'app-family__person app-family__person--child'),
    ...placed.map((circle) => drawCircle(circle, circle.x, circle.y, 'app-family__person')),
  );
}

export const ecomapSentences = ({ centre, around }: EcomapParts): string[] => [
  centre.sentence,
  ...around.map(({ sentence }) => sentence),
];

const MEANINGS: Readonly<Record<EcomapLine, string>> = {
  lead: 'Leads the help for the family',
  works: 'Works with the family now',
  reports: 'Sends reports, does not attend',
  known: 'Known to the family, such as a relative, the school or the GP',
  not_named: 'Involved, and not named to you',
};
/** What the lines of this picture mean. */
export function ecomapKey({ around }: EcomapParts): { svg: string; text: string }[] {
  const sample = (line: string, ...more: string[]): string =>
    element(
      'svg',
      { viewBox: '0 0 48 48', width: 48, height: 48, 'aria-hidden': 'true', focusable: 'false' },
      element(
        'g',
        { class: `app-family__line app-family__line--${line}` },
        element('polyline', { points: points([2, 24], [46, 24]) }),
        ...more,
      ),
    );
  const lines = (Object.keys(MEANINGS) as EcomapLine[]).filter((line) =>
    around.some((one) => one.line === line),
  );
  return [
    ...lines.map((line) => ({ svg: sample(line), text: MEANINGS[line] })),
    ...(around.some(({ isRestricted }) => isRestricted)
      ? [
          {
            svg: sample('known', ...[20, 27].map((x) => stroke([x - 4, 32], [x + 4, 16]))),
            text: 'Contact with the child is restricted',
          },
        ]
      : []),
  ];
}

function measured({ name, notes, sentence }: EcomapParts['centre'], width = TEXT): Drawn {
  const lines = {
    name: wrapLabel(name, width, 14),
    notes: notes.flatMap((note) => wrapLabel(note, width, 13)),
  };
  const count = lines.name.length + lines.notes.length;
  const half = (count * LINE) / 2;
  // Short lines at the top and the bottom of a circle need less of it.
  const radius = count < 3 ? Math.hypot(TEXT / 2, half) : Math.hypot(width / 2 + 2, half);
  return { ...lines, sentence, radius: Math.max(SMALLEST, radius) };
}

/** Each has as much of the round as its size asks for, the first above the child. */
function anglesOf(circles: readonly Drawn[]): number[] {
  const whole = circles.reduce((sum, { radius }) => sum + 2 * radius + BETWEEN, 0);
  const first = circles[0]?.radius ?? 0;
  let along = -first - BETWEEN / 2;
  return circles.map(({ radius }) => {
    const middle = along + radius + BETWEEN / 2;
    along += 2 * radius + BETWEEN;
    return (middle / whole) * 2 * Math.PI;
  });
}

function drawCircle(
  { name, notes, radius, sentence }: Drawn,
  x: number,
  y: number,
  className: string,
): string {
  const top = y - ((name.length + notes.length) * LINE) / 2 + 12;
  const centred = { 'text-anchor': 'middle' };
  return element(
    'g',
    { class: className },
    element('title', {}, escapeText(sentence)),
    element('circle', { class: 'app-family__symbol', cx: x, cy: y, r: radius }),
    ...name.map((line, index) =>
      textOf(line, x, top + index * LINE, { ...centred, class: 'app-family__name' }),
    ),
    ...notes.map((line, index) =>
      textOf(line, x, top + (name.length + index) * LINE, { ...centred, class: 'app-family__note' }),
    ),
  );
}

/** Two strokes across the line, half-way between the circles. */
function strokes(
  { x, y, angle, radius }: Drawn & { x: number; y: number; angle: number },
  centred: number,
  inner: number,
): string[] {
  const whole = Math.hypot(x - centred, y - centred);
  const at = (inner + whole - radius) / 2;
  const [along, beside] = [
    [Math.sin(angle), -Math.cos(angle)] as const,
    [Math.cos(angle), Math.sin(angle)] as const,
  ];
  return [-4, 4].map((shift) => {
    const [px, py] = [centred + along[0] * (at + shift), centred + along[1] * (at + shift)];
    return stroke([px - beside[0] * 9, py - beside[1] * 9], [px + beside[0] * 9, py + beside[1] * 9]);
  });
}

const stroke = (from: [number, number], to: [number, number]): string =>
  element('polyline', { class: 'app-family__stroke', points: points(from, to) });
