import { escapeText } from '../text.js';
import { levelColour, LEVELS } from './levels.js';
import { element, points, textOf } from './picture.js';

const WIDTH = 44;
const HEIGHT = 40;
const BAND = HEIGHT / 4;

/** The small triangle of need with the band of `level` lit and numbered; with no level, no band is lit. */
export function levelTriangle(level: { number: number; name: string } | null | undefined): string {
  const label = level ? `Level of need ${level.number}, ${level.name}` : 'Level of need not yet decided';
  return element(
    'svg',
    {
      class: 'level-triangle',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      focusable: 'false',
      'aria-label': label,
    },
    element('title', {}, escapeText(label)),
    element('desc', {}, 'A triangle of four bands, level 1 at the base and level 4 at the top.'),
    ...LEVELS.map((band) => bandOf(band, level?.number === band)),
  );
}

function bandOf(band: number, lit: boolean): string {
  const top = HEIGHT - band * BAND;
  const bottom = top + BAND - 1;
  const half = (y: number): number => (y / HEIGHT) * (WIDTH / 2);
  const middle = WIDTH / 2;
  const shape = points(
    [middle - half(top), top],
    [middle + half(top), top],
    [middle + half(bottom), bottom],
    [middle - half(bottom), bottom],
  );
  const look = lit
    ? { class: `level-${band}`, fill: levelColour(band) }
    : { class: 'level-triangle__band', fill: '#dbe5e6' };
  return element('polygon', { points: shape, ...look }) + (lit && band < 4 ? numberOn(band, bottom) : '');
}

function numberOn(band: number, bottom: number): string {
  return textOf(band, WIDTH / 2, bottom - 1, {
    class: 'level-triangle__number',
    'font-size': 9,
    'text-anchor': 'middle',
    fill: '#ffffff',
    'aria-hidden': 'true',
  });
}
