import { date, plural } from '../dates.js';
import { levelColour, LEVELS } from './levels.js';
import { element, frame, type Picture, points, textOf } from './picture.js';

/** A decision on the level of need: when ('YYYY-MM-DD'), which of the four, and its name in the local pack. */
export interface JourneyStep {
  date: string;
  level: number;
  name: string;
}

const WIDTH = 400;
const ROW = 42;
const LEFT = 30;
const RIGHT = WIDTH - 10;
const BOTTOM = ROW * 4;

/**
 * The path of an episode between the four levels, as steps through time up to `today` ('YYYY-MM-DD'). Steps may come in
 * any order; without steps, an empty ground and a sentence that says so.
 */
export function journeyOnTriangle(
  decisions: readonly JourneyStep[],
  { today, id = 'journey' }: { today: string; id?: string },
): Picture {
  const steps = [...decisions].sort((a, b) => a.date.localeCompare(b.date));
  const at = scale(steps, today);
  const svg = frame(
    {
      id,
      title: 'Level of need over time',
      desc: describeJourney(steps),
      width: WIDTH,
      height: BOTTOM + 28,
    },
    ...LEVELS.map(ground),
    path(steps, at, today),
    ...steps.map((step) => point(step, at(step.date))),
    ...ends(steps, today),
  );
  return { svg, table: tableOf(steps) };
}

function ground(level: number): string {
  const y = BOTTOM - level * ROW;
  return [
    element('rect', {
      x: 0,
      y,
      width: WIDTH,
      height: ROW - 2,
      fill: levelColour(level),
      'fill-opacity': '0.1',
    }),
    textOf(level, 10, y + ROW / 2 + 5, {
      'font-weight': 700,
      class: `level-${level}`,
      fill: levelColour(level),
    }),
  ].join('');
}

function scale(steps: readonly JourneyStep[], today: string): (iso: string) => number {
  const first = Date.parse(steps[0]?.date ?? today);
  const span = Math.max(Date.parse(today) - first, 1);
  return (iso) => LEFT + 14 + ((Date.parse(iso) - first) / span) * (RIGHT - LEFT - 14);
}

function path(steps: readonly JourneyStep[], at: (iso: string) => number, today: string): string {
  const corners = steps.flatMap((step, index): [number, number][] => [
    [at(step.date), heightOf(step.level)],
    [at(steps[index + 1]?.date ?? today), heightOf(step.level)],
  ]);
  if (corners.length === 0) return '';
  return element('polyline', {
    points: points(...corners),
    fill: 'none',
    stroke: '#0d5560',
    'stroke-width': 3,
  });
}

function point(step: JourneyStep, x: number): string {
  const y = heightOf(step.level);
  const look = {
    stroke: '#ffffff',
    'stroke-width': 2,
    fill: levelColour(step.level),
    class: `level-${step.level}`,
  };
  return (
    element('circle', { cx: x, cy: y, r: 11, ...look }) +
    textOf(step.level, x, y + 4.5, {
      class: 'app-chart__on-band',
      'font-size': 13,
      'font-weight': 700,
      'text-anchor': 'middle',
      fill: '#ffffff',
    })
  );
}

function ends(steps: readonly JourneyStep[], today: string): string[] {
  const first = steps[0];
  if (!first) return [];
  const quiet = { class: 'app-chart__quiet', fill: '#4a5557', 'font-size': 14 };
  return [
    textOf(date(first.date), LEFT, BOTTOM + 20, quiet),
    textOf(`today, ${date(today)}`, WIDTH, BOTTOM + 20, { ...quiet, 'text-anchor': 'end' }),
  ];
}

function heightOf(level: number): number {
  return BOTTOM - level * ROW + ROW / 2 - 1;
}

function describeJourney(steps: readonly JourneyStep[]): string {
  if (steps.length === 0) return 'No level of need has been decided yet.';
  const list = steps.map((step) => `${step.level} ${step.name} from ${date(step.date)}`).join('; ');
  return `${plural(steps.length, 'decision')}: ${list}.`;
}

function tableOf(steps: readonly JourneyStep[]): Picture['table'] {
  return {
    caption: 'Decisions on the level of need',
    head: ['Date', 'Level of need'],
    rows: steps.map((step) => [date(step.date), `${step.level} ${step.name}`]),
  };
}
