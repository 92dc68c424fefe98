import fc from 'fast-check';
import { ecomap, type EcomapCircle } from '../ecomap.js';
import { genogram, sentencesOf } from './genogram.js';
import type { GenogramCouple, GenogramParts, GenogramPerson } from './genogram-parts.js';
import { Ground } from './ground.js';
import { outlinesOf } from './homes.js';
import { genogramKey } from './key.js';
import { Lanes } from './lanes.js';
import { planLines } from './lines.js';
import { CARD, GAP, type Place, placesOf } from './places.js';

const NAMED = { title: 'Genogram', desc: 'A family.' };
const person = (key: string, generation: number, more: Partial<GenogramPerson> = {}): GenogramPerson => ({
  key,
  generation,
  name: key,
  shape: 'unknown',
  notes: [],
  isChild: false,
  isCrossed: false,
  isUncertain: false,
  sentence: `${key}.`,
  ...more,
});
const couple = (
  parents: string[],
  children: string[],
  more: Partial<GenogramCouple> = {},
): GenogramCouple => ({
  key: parents.join(' '),
  parents,
  line: 'married',
  sentence: parents.length > 1 ? `${parents.join(' and ')} are married.` : null,
  broods:
    children.length > 0
      ? [
          {
            children,
            line: 'birth',
            sentence: `Children of ${parents.join()}: ${children.join()}.`,
            together: [],
          },
        ]
      : [],
  ...more,
});
const parts = (more: Partial<GenogramParts>): GenogramParts => ({
  people: [],
  couples: [],
  ties: [],
  homes: [],
  ...more,
});
const titlesIn = (svg: string): string[] =>
  [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title!);
const saidIn = (given: GenogramParts): string[] => Object.values(sentencesOf(given)).flat().sort();

/** Three generations at most, with families of any kind: parents who are alone, or have children with several people. */
const families = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 }))
  .chain(([top, middle, bottom]) => {
    const row = (generation: number, count: number) =>
      Array.from({ length: count }, (_, index) => person(`p${generation + 2}x${index}`, generation));
    const rows = [row(-2, top), row(-1, middle), row(0, bottom)];
    const parentsOf = (count: number, above: number) =>
      fc.array(fc.uniqueArray(fc.integer({ min: 0, max: above - 1 }), { minLength: 0, maxLength: 2 }), {
        minLength: count,
        maxLength: count,
      });
    return fc
      .tuple(
        parentsOf(middle, top),
        parentsOf(bottom, middle),
        fc.array(
          fc.subarray(
            rows.flat().map(({ key }) => key),
            { minLength: 1 },
          ),
          { maxLength: 3 },
        ),
        fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 3 }),
      )
      .map(([first, second, homes, ties]): GenogramParts => {
        const children = new Map<string, string[]>();
        [first, second].forEach((links, above) =>
          links.forEach((parents, child) => {
            if (parents.length === 0) return;
            const key = parents
              .map((index) => rows[above]![index]!.key)
              .sort()
              .join(' ');
            children.set(key, [...(children.get(key) ?? []), rows[above + 1]![child]!.key]);
          }),
        );
        const people = rows.flat();
        return {
          people,
          couples: [...children].map(([key, some]) => couple(key.split(' '), some)),
          homes: homes.map((members, index) => ({
            label: `Home ${index}`,
            members,
            sentence: `Home ${index}.`,
          })),
          ties: ties
            .map(([a, b]) => [people[a % people.length]!.key, people[b % people.length]!.key] as const)
            .filter(([from, to]) => from !== to)
            .map(([from, to], index) => ({ from, to, sentence: `Tie ${index}.` })),
        };
      });
  });

describe('a genogram of any family', () => {
  const each = (check: (given: GenogramParts) => Promise<void>) =>
    fc.assert(fc.asyncProperty(families, check), { numRuns: 60 });

  it('keeps people apart, each generation in a row, brothers and sisters from left to right by birth', async () => {
    await each(async (given) => {
      const places = await placesOf(given);
      const all = [...places.values()];
      expect(all).toHaveLength(given.people.length);
      for (const place of all) {
        const beside = all.filter((other) => other !== place && other.row === place.row);
        for (const other of beside)
          expect(Math.abs(other.x - place.x)).toBeGreaterThanOrEqual(CARD + GAP - 2);
      }
      for (const { children } of given.couples.flatMap(({ broods }) => broods)) {
        const xs = children.map((key) => places.get(key)!.x);
        expect(xs).toEqual(xs.toSorted((a, b) => a - b));
      }
    });
  }, 60_000);

  it('says with its titles exactly what the words say, and draws every part', async () => {
    await each(async (given) => {
      const svg = await genogram(given, NAMED);
      expect(svg).not.toMatch(/NaN|undefined|Infinity| style=/);
      expect(titlesIn(svg).sort()).toEqual(saidIn(given));
      expect(svg.match(/data-shape=/g)).toHaveLength(given.people.length);
    });
  }, 60_000);

  it('draws a home around its people and around no one else', async () => {
    await each(async (given) => {
      const places = await placesOf(given);
      const lanes = new Lanes();
      planLines(given, places, lanes);
      const ground = new Ground(places, lanes.settle());
      given.homes.forEach((home, index) => {
        const outlines = outlinesOf(home, index, places, ground);
        const inside = ({ x, row }: Place): boolean =>
          outlines.some((outline) => isInside([x, ground.middle(row)], outline));
        const found = [...places.values()].filter(inside).map((place) => place.person.key);
        expect(found.sort()).toEqual([...home.members].sort());
      });
    });
  }, 60_000);

  it('leads no line through a symbol of another person', async () => {
    await each(async (given) => {
      const places = await placesOf({ ...given, ties: [] });
      const lanes = new Lanes();
      const planned = planLines({ ...given, ties: [] }, places, lanes);
      const ground = new Ground(places, lanes.settle());
      for (const line of planned)
        for (const path of line(ground).paths)
          path.slice(1).forEach(([x2, y2], index) => {
            const [x1, y1] = path[index]!;
            for (const place of places.values()) {
              const [top, bottom] = [ground.top(place.row) + 6, ground.top(place.row) + 34];
              const isBeside = Math.max(x1, x2) < place.x - 14 || Math.min(x1, x2) > place.x + 14;
              const isAway = Math.max(y1, y2) < top || Math.min(y1, y2) > bottom;
              expect(isBeside || isAway || (x1 !== x2 && y1 !== y2)).toBe(true);
            }
          });
    });
  }, 60_000);
});

describe('the symbols', () => {
  const drawn = (more: Partial<GenogramPerson>): Promise<string> =>
    genogram(parts({ people: [person('Ada', 0, more)] }), NAMED);

  it('are a circle, a square, a diamond and a triangle; a death is a cross', async () => {
    expect(await drawn({ shape: 'female' })).toMatch(/<circle [^>]*data-shape="female"/);
    expect(await drawn({ shape: 'male' })).toMatch(/<rect [^>]*data-shape="male"/);
    expect(await drawn({ shape: 'unknown' })).toMatch(/<polygon [^>]*data-shape="unknown"/);
    expect(await drawn({ shape: 'unborn' })).toMatch(/<polygon [^>]*data-shape="unborn"/);
    expect(await drawn({})).not.toContain('app-family__cross');
    expect(await drawn({ isCrossed: true })).toContain('app-family__cross');
    expect(await drawn({ isUncertain: true })).toContain('app-family__symbol--uncertain');
    expect((await drawn({ shape: 'female', isChild: true })).match(/<circle/g)).toHaveLength(2);
  });

  it('stand for themselves in the key, where each line of the picture is explained and no other', () => {
    const texts = (given: GenogramParts): string[] => genogramKey(given).map(({ text }) => text);
    const alone = parts({ people: [person('Ada', 0, { shape: 'female' })] });
    expect(texts(alone)).toEqual(['Female']);
    const two = parts({
      people: [person('Ada', 0), person('Kim', -1), person('Lee', -1)],
      couples: [couple(['Kim', 'Lee'], ['Ada'], { line: 'divorced' })],
    });
    expect(texts(two)).toEqual([
      'Sex not known',
      'A marriage or civil partnership that has ended',
      'Children, the eldest on the left',
    ]);
  });
});

it('hangs twins from one point', async () => {
  const given = parts({
    people: ['Kim', 'Lee']
      .map((key) => person(key, -1))
      .concat(['Ada', 'Ben', 'Cal'].map((key) => person(key, 0))),
    couples: [
      couple(['Kim', 'Lee'], [], {
        broods: [
          {
            children: ['Ada', 'Ben', 'Cal'],
            line: 'birth',
            sentence: 'Children.',
            together: [{ children: ['Ben', 'Cal'], sentence: 'Ben and Cal were born of one pregnancy.' }],
          },
        ],
      }),
    ],
  });
  const svg = await genogram(given, NAMED);
  expect(titlesIn(svg).sort()).toEqual(saidIn(given));
  const tops = [...svg.matchAll(/<polyline points="([\d.-]+),([\d.-]+) ([\d.-]+),([\d.-]+)"/g)].filter(
    ([, x1, , x2]) => x1 !== x2,
  );
  const [one, other] = tops.filter(([, , y1, , y2]) => y1 !== y2);
  expect([one![1], one![2]]).toEqual([other![1], other![2]]);
});

describe('names', () => {
  it('of sixty letters without a space, and in any script, stay in their place', async () => {
    const name = `${'Wolfeschlegelsteinhausenbergerdorff'.repeat(2)}`.slice(0, 60);
    for (const given of [name, 'আনোয়ারা খাতুন চৌধুরী', 'محمد بن عبد الرحمن الحسن', '王小明']) {
      const svg = await genogram(parts({ people: [person('a', 0, { name: given }), person('b', 0)] }), NAMED);
      const lines = [...svg.matchAll(/app-family__name">([^<]*)</g)].map(([, text]) => text!);
      expect(lines.slice(0, -1).join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      for (const line of lines) expect([...line].length).toBeLessThan(22);
    }
  });

  it('are escaped, whatever they contain', async () => {
    const hostile = '<script>"&\'</svg>';
    const circle: EcomapCircle = {
      name: hostile,
      notes: [hostile],
      line: 'known',
      isRestricted: true,
      sentence: hostile,
    };
    for (const svg of [
      await genogram(
        parts({ people: [person('a', 0, { name: hostile, notes: [hostile], sentence: hostile })] }),
        NAMED,
      ),
      ecomap({ centre: circle, around: [circle] }, NAMED),
    ]) {
      expect(svg).not.toMatch(/<script| style=|<style|foreignObject| on[a-z]+=/);
      expect(
        svg.replace(
          /<\/?(svg|title|desc|rect|path|polygon|polyline|text|g|circle)( [a-zA-Z0-9:-]+="[^"<>]*")*\/?>/g,
          '',
        ),
      ).not.toMatch(/[<>]/);
      expect(svg).toMatch(/role="img".*<title[ >].*<desc[ >]/);
    }
  });
});

describe('an ecomap', () => {
  const circle = (name: string, more: Partial<EcomapCircle> = {}): EcomapCircle => ({
    ...{ name, notes: [], line: 'works', isRestricted: false, sentence: `${name}.` },
    ...more,
  });
  const centre = { name: 'Ada', notes: [], sentence: 'Ada is in the middle.' };

  it('keeps circles apart and inside the picture, however many and however long their names', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 90 }), { maxLength: 24 }), (names) => {
        const svg = ecomap({ centre, around: names.map((name) => circle(name)) }, NAMED);
        const circles = [...svg.matchAll(/<circle [^>]*cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(
          ([, x, y, r]) => ({ x: Number(x), y: Number(y), r: Number(r) }),
        );
        expect(circles).toHaveLength(names.length + 1);
        const size = Number(/width="(\d+)"/.exec(svg)![1]);
        circles.forEach(({ x, y, r }, index) => {
          expect(Math.min(x - r, y - r)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x + r, y + r)).toBeLessThanOrEqual(size);
          for (const other of circles.slice(index + 1))
            expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(other.r + r);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('crosses a line with two strokes where contact is restricted', () => {
    const strokes = (isRestricted: boolean): number =>
      ecomap({ centre, around: [circle('Kim', { isRestricted })] }, NAMED).split('app-family__stroke')
        .length - 1;
    expect([strokes(false), strokes(true)]).toEqual([0, 2]);
  });
});

function isInside(
  [x, y]: readonly [number, number],
  outline: readonly (readonly [number, number])[],
): boolean {
  let inside = false;
  outline.forEach(([x1, y1], index) => {
    const [x2, y2] = outline.at(index - 1)!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}
