import { plural } from '../dates.js';
import { levelColour, levelPatterns } from './levels.js';
import { element, frame, type Picture, points, textOf } from './picture.js';

/** One level of a caseload. Shares are percentages (0 to 100) of families or children, null where not known. */
export interface Band {
  level: number;
  name: string;
  count: number;
  href: string | null;
  localShare: number | null;
  countyShare: number | null;
  nationalShare: number | null;
}

const WIDTH = 400;
const BASE = 204;
const BAND_HEIGHT = 74;
const ASIDE = 220;

/**
 * The caseload as a pyramid: number in each band, the band a link to exactly those families, shares beside. Bands may
 * come in any order. `id` must differ between two pictures on one page.
 */
export function triangleOfNeed({ bands, id = 'triangle' }: { bands: readonly Band[]; id?: string }): Picture {
  const topDown = [...bands].sort((a, b) => b.level - a.level);
  const height = topDown.length * BAND_HEIGHT;
  const desc = topDown.map((band) => `${sentence(band)}.`).join(' ');
  const svg = frame(
    { id, title: 'Families by level of need', desc, width: WIDTH, height: height + 2, role: 'group' },
    levelPatterns(id),
    ...topDown.map((band, row) => linked(band, bandShape(band, row, height, id)) + aside(band, row)),
  );
  return { svg, table: tableOf(topDown) };
}

function bandShape(band: Band, row: number, height: number, id: string): string {
  const top = row * BAND_HEIGHT;
  const bottom = top + BAND_HEIGHT - 3;
  const half = (y: number): number => (y / height) * (BASE / 2);
  const middle = BASE / 2;
  const outline = points(
    [middle - half(top), top],
    [middle + half(top), top],
    [middle + half(bottom), bottom],
    [middle - half(bottom), bottom],
  );
  const polygon = element('polygon', {
    class: 'app-chart__band',
    points: outline,
    fill: `url(#${id}-hatch-${band.level})`,
  });
  return polygon + countOn(band, row, half(bottom) * 2);
}

function countOn(band: Band, row: number, room: number): string {
  const words = band.count.toLocaleString('en-GB');
  const size = Math.min(26, (room * 0.62) / (words.length * 0.58));
  const y = row * BAND_HEIGHT + (row === 0 ? BAND_HEIGHT - 12 : BAND_HEIGHT / 2 + 9);
  return textOf(words, BASE / 2, y, {
    class: 'app-chart__on-band app-chart__count',
    'font-size': size,
    'font-weight': 700,
    'text-anchor': 'middle',
    fill: '#ffffff',
  });
}

function linked(band: Band, shape: string): string {
  return band.href
    ? element('a', { href: band.href, 'aria-label': sentence(band) }, shape)
    : element('g', {}, shape);
}

function aside(band: Band, row: number): string {
  const y = row * BAND_HEIGHT;
  const ifKnown = (place: string, value: number | null): string[] =>
    value === null ? [] : [`${place} ${share(value)}`];
  const elsewhere = [...ifKnown('county', band.countyShare), ...ifKnown('England', band.nationalShare)].join(
    ' · ',
  );
  return [
    element('line', {
      x1: ASIDE,
      x2: WIDTH,
      y1: y + BAND_HEIGHT - 2,
      y2: y + BAND_HEIGHT - 2,
      stroke: '#d5dadb',
    }),
    textOf(`${band.level} ${band.name}`, ASIDE, y + 24, {
      'font-weight': 700,
      fill: levelColour(band.level),
      class: `level-${band.level}`,
    }),
    textOf(`this caseload ${share(band.localShare, 1)}`, ASIDE, y + 43),
    textOf(elsewhere, ASIDE, y + 61, { 'font-size': 13.5, fill: '#4a5557', class: 'app-chart__quiet' }),
  ].join('');
}

function sentence({ level, name, count }: Band): string {
  return `Level ${level}, ${name}: ${plural(count, 'family', 'families')}`;
}

function share(value: number | null, digits = 2): string {
  return value === null
    ? 'not known'
    : `${value.toLocaleString('en-GB', { maximumFractionDigits: digits })}%`;
}

function tableOf(bands: readonly Band[]): Picture['table'] {
  return {
    caption: 'Families by level of need',
    head: ['Level of need', 'Families', 'This caseload', 'County', 'England'],
    rows: bands.map((band) => [
      `${band.level} ${band.name}`,
      band.count.toLocaleString('en-GB'),
      share(band.localShare, 1),
      share(band.countyShare),
      share(band.nationalShare),
    ]),
  };
}
