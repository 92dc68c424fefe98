import { escapeText } from '../text.js';

/** A table with the figures of the picture; the page shows it beside or beneath. */
interface ChartTable {
  caption: string;
  head: string[];
  rows: string[][];
}

export interface Picture {
  svg: string;
  table: ChartTable;
}

type Attributes = Record<string, string | number | undefined>;

/** One SVG element. Attribute values are escaped here; `content` is markup, so text goes through `textOf`. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escapeText(typeof value === 'number' ? round(value) : (value ?? ''))}"`,
    )
    .join('');
  return content.length > 0 ? `<${name}${written}>${content.join('')}</${name}>` : `<${name}${written}/>`;
}

/** A `<text>` element with its content escaped. */
export function textOf(words: string | number, x: number, y: number, attributes: Attributes = {}): string {
  return element('text', { x, y, 'font-size': 15, ...attributes }, escapeText(words));
}

/** The frame of a chart: sized by its view box, named and described for screen reader users. */
export function frame(
  given: {
    id: string;
    title: string;
    desc: string;
    width: number;
    height: number;
    role?: 'img' | 'group';
    /** Drawn in its own size, not as wide as the place it is in. */
    isNatural?: boolean;
  },
  ...content: string[]
): string {
  const { id, width, height } = given;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      ...(given.isNatural ? { width, height } : {}),
      role: given.role ?? 'img',
      focusable: 'false',
      'aria-labelledby': `${id}-title ${id}-desc`,
    },
    element('title', { id: `${id}-title` }, escapeText(given.title)),
    element('desc', { id: `${id}-desc` }, escapeText(given.desc)),
    ...content,
  );
}

/** Points in the syntax of an SVG attribute. */
export function points(...pairs: [number, number][]): string {
  return pairs.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
