import { escapeText } from '../../text.js';
import { element, frame, points, textOf } from '../picture.js';
import type { GenogramHome, GenogramParts } from './genogram-parts.js';
import { Ground } from './ground.js';
import { outlinesOf } from './homes.js';
import { Lanes } from './lanes.js';
import { type DrawnLine, planLines } from './lines.js';
import { CARD, HALF, type Place, type Places, placesOf } from './places.js';
import { symbolOf } from './symbols.js';

/** Around the drawing: the outlines of homes stand out from the cards. */
const EDGE = 32;

/**
 * The genogram as SVG at its natural size. Each part has the sentence that says the same as its title; the sentences in
 * the order of reading are `sentencesOf`.
 */
export async function genogram(
  parts: GenogramParts,
  { id = 'genogram', title, desc }: { id?: string; title: string; desc: string },
): Promise<string> {
  const places = await placesOf(parts);
  const lanes = new Lanes();
  const planned = planLines(parts, places, lanes);
  const ground = new Ground(places, lanes.settle());
  const width = Math.max(...[...places.values()].map(({ x }) => x)) + CARD / 2;
  return frame(
    {
      id,
      title,
      desc,
      width: Math.ceil(width + 2 * EDGE),
      height: Math.ceil(ground.height),
      isNatural: true,
    },
    element(
      'g',
      { transform: `translate(${EDGE} 0)` },
      ...parts.homes.map((home, index) => drawHome(home, index, places, ground)),
      ...planned.map((line) => drawLine(line(ground))),
      ...[...places.values()].map((place) => drawPerson(place, ground)),
    ),
  );
}

/** Everything that the picture says. */
export const sentencesOf = ({ people, couples, ties, homes }: GenogramParts) => ({
  people: people.map(({ sentence }) => sentence),
  ties: [
    ...couples.flatMap(({ sentence, broods }) => [
      ...(sentence === null ? [] : [sentence]),
      ...broods.flatMap((brood) => [brood.sentence, ...brood.together.map((one) => one.sentence)]),
    ]),
    ...ties.map(({ sentence }) => sentence),
  ],
  homes: homes.map(({ sentence }) => sentence),
});

const said = (sentence: string): string => element('title', {}, escapeText(sentence));

function drawPerson({ person, row, x, name, notes }: Place, ground: Ground): string {
  const classes = ['app-family__person', person.isChild ? 'app-family__person--child' : ''];
  const centred = { 'text-anchor': 'middle' };
  return element(
    'g',
    { class: classes.filter(Boolean).join(' ') },
    said(person.sentence),
    element('rect', {
      class: 'app-family__paper',
      x: x - HALF - 3,
      y: ground.top(row),
      width: 2 * HALF + 6,
      height: 2 * HALF,
    }),
    symbolOf(person, x, ground.middle(row)),
    ...name.map((line, index) =>
      textOf(line, x, ground.label(row, index), { ...centred, class: 'app-family__name' }),
    ),
    ...notes.map((line, index) =>
      textOf(line, x, ground.label(row, name.length + index), { ...centred, class: 'app-family__note' }),
    ),
  );
}

function drawLine({ kind, sentence, paths, strokes }: DrawnLine): string {
  return element(
    'g',
    { class: `app-family__line app-family__line--${kind}` },
    said(sentence),
    ...paths.map((path) => polyline(path)),
    ...strokes.map((stroke) => polyline(stroke, 'app-family__stroke')),
  );
}

const polyline = (path: DrawnLine['paths'][number], className?: string): string =>
  element('polyline', {
    class: className,
    points: points(...path.map(([x, y]): [number, number] => [x, y])),
  });

function drawHome(home: GenogramHome, index: number, places: Places, ground: Ground): string {
  return element(
    'g',
    { class: 'app-family__home' },
    said(home.sentence),
    ...outlinesOf(home, index, places, ground).map((outline) => {
      const [x, y] = outline.at(-1)!;
      return (
        element('polygon', { points: points(...outline.map(([ox, oy]): [number, number] => [ox, oy])) }) +
        textOf(home.label, x + 6, y - 5, { class: 'app-family__home-label' })
      );
    }),
  );
}
