import { element, frame, type Picture, points, textOf } from './picture.js';

/** An outcome scored by the family on a line from 0 to 10; `to` is null until it is scored again. */
export interface Outcome {
  name: string;
  from: number;
  to: number | null;
}

const WIDTH = 400;
const LINE = 18;
const LEFT = 12;
const SCALE = (WIDTH - 2 * LEFT) / 10;
const WORDS_ACROSS = 48;

/** How far each outcome has come: an open ring at the start, an arrow, a full ring at the present score. */
export function distanceTravelled(outcomes: readonly Outcome[], { id = 'distance' } = {}): Picture {
  let y = 0;
  const rows = outcomes.map((outcome) => {
    const words = wrap(outcome.name, WORDS_ACROSS);
    const row = words.map((line, index) => textOf(line, 0, y + 16 + index * LINE, { 'font-weight': 700 }));
    y += words.length * LINE + 22;
    row.push(line(outcome, y));
    y += 40;
    return row.join('');
  });
  const desc = outcomes.map((outcome) => `${outcome.name}: ${describeOutcome(outcome)}.`).join(' ');
  const title = 'Progress, from 0 to 10';
  const svg = frame(
    { id, title, desc: desc || 'No outcome has been scored yet.', width: WIDTH, height: y || 1 },
    ...rows,
  );
  return { svg, table: tableOf(outcomes) };
}

function line({ from, to }: Outcome, y: number): string {
  const now = to ?? from;
  const ring = { cy: y, r: 8, stroke: '#0d5560', 'stroke-width': 3 };
  return [
    element('line', { x1: LEFT, x2: WIDTH - LEFT, y1: y, y2: y, stroke: '#b9d3d5', 'stroke-width': 2 }),
    ...Array.from({ length: 11 }, (_, mark) => tick(mark, y)),
    now === from ? '' : arrow(at(from), at(now), y),
    element('circle', { cx: at(from), ...ring, fill: '#ffffff' }),
    to === null ? '' : element('circle', { cx: at(to), ...ring, fill: '#0d5560' }),
  ].join('');
}

function tick(mark: number, y: number): string {
  const labelled = mark % 5 === 0;
  const stroke = element('line', {
    x1: at(mark),
    x2: at(mark),
    y1: y - 4,
    y2: y + 4,
    stroke: '#b9d3d5',
    'stroke-width': 2,
  });
  const label = { 'text-anchor': 'middle', 'font-size': 13, fill: '#4a5557', class: 'app-chart__quiet' };
  return stroke + (labelled ? textOf(mark, at(mark), y + 25, label) : '');
}

function arrow(from: number, to: number, y: number): string {
  const way = Math.sign(to - from);
  const tip = to - way * 9;
  const shaft = { x1: from + way * 8, x2: tip - way * 6, y1: y, y2: y, stroke: '#0d5560', 'stroke-width': 4 };
  const head = points([tip, y], [tip - way * 10, y - 7], [tip - way * 10, y + 7]);
  return element('line', shaft) + element('polygon', { points: head, fill: '#0d5560' });
}

function at(score: number): number {
  return LEFT + Math.min(10, Math.max(0, score)) * SCALE;
}

function describeOutcome({ from, to }: Outcome): string {
  if (to === null) return `started at ${from}, not scored again yet`;
  return to === from ? `still ${from}` : `from ${from} to ${to}`;
}

function wrap(words: string, across: number): string[] {
  const lines = [''];
  for (const word of words.split(/\s+/)) {
    const last = lines[lines.length - 1] ?? '';
    const joined = last === '' ? word : `${last} ${word}`;
    if (last !== '' && joined.length > across) lines.push(word);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

function tableOf(outcomes: readonly Outcome[]): Picture['table'] {
  return {
    caption: 'Progress, from 0 to 10',
    head: ['Outcome', 'Start', 'Now'],
    rows: outcomes.map(({ name, from, to }) => [
      name,
      String(from),
      to === null ? 'Not scored again yet' : String(to),
    ]),
  };
}
