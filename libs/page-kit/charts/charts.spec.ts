import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { distanceTravelled } from './distance-travelled.js';
import { journeyOnTriangle } from './journey-on-triangle.js';
import { levelTriangle } from './level-triangle.js';
import { levelColour, LEVELS } from './levels.js';
import { type Band, triangleOfNeed } from './triangle-of-need.js';

const shares = { localShare: 8, countyShare: 3, nationalShare: null };
const bands: Band[] = [
  { level: 1, name: 'Universal', count: 1118, href: '/caseload?level=1', ...shares },
  { level: 4, name: 'Specialist', count: 1, href: null, ...shares },
];

describe('the triangle of need', () => {
  const { svg, table } = triangleOfNeed({ bands });

  it('puts the highest level at the top, in picture and table', () => {
    expect(svg.indexOf('4 Specialist')).toBeLessThan(svg.indexOf('1 Universal'));
    expect(table.rows).toEqual([
      ['4 Specialist', '1', '8%', '3%', 'not known'],
      ['1 Universal', '1,118', '8%', '3%', 'not known'],
    ]);
  });

  it('makes a band a link to exactly its families, named for screen readers', () => {
    expect(svg).toContain('<a href="/caseload?level=1" aria-label="Level 1, Universal: 1,118 families">');
    expect(svg).not.toContain('aria-label="Level 4, Specialist: 1 family"');
  });

  it('describes in words what it shows', () => {
    expect(svg).toContain(
      '<desc id="triangle-desc">Level 4, Specialist: 1 family. Level 1, Universal: 1,118 families.',
    );
  });
});

describe('the journey on the triangle', () => {
  const steps = [
    { date: '2026-04-02', level: 3, name: 'Targeted' },
    { date: '2026-01-10', level: 2, name: 'Early help' },
  ];

  it('runs in order of time', () => {
    const { svg, table } = journeyOnTriangle(steps, { today: '2026-11-21' });
    expect(table.rows[0]).toEqual(['10 January 2026', '2 Early help']);
    expect(svg).toContain('2 decisions: 2 Early help from 10 January 2026; 3 Targeted from 2 April 2026.');
  });

  it('says so when nothing has been decided', () => {
    expect(journeyOnTriangle([], { today: '2026-11-21' }).svg).toContain(
      'No level of need has been decided yet.',
    );
  });

  it('renders when the only decision was made today', () => {
    const { svg } = journeyOnTriangle([{ ...steps[0]!, date: '2026-11-21' }], { today: '2026-11-21' });
    expect(svg).not.toContain('NaN');
  });
});

describe('distance travelled', () => {
  it('distinguishes forward, back, unchanged and not yet scored', () => {
    const { svg, table } = distanceTravelled([
      { name: 'Nursery', from: 3, to: 7 },
      { name: 'Sleep', from: 5, to: 5 },
      { name: 'Warmth', from: 2, to: null },
    ]);
    expect(svg).toContain(
      'Nursery: from 3 to 7. Sleep: still 5. Warmth: started at 2, not scored again yet.',
    );
    expect(table.rows[2]).toEqual(['Warmth', '2', 'Not scored again yet']);
    expect(svg.match(/<polygon/g)).toHaveLength(1);
  });
});

it('lights one band of the small triangle, or none', () => {
  expect(levelTriangle({ number: 3, name: 'Targeted' })).toContain('aria-label="Level of need 3, Targeted"');
  expect(levelTriangle({ number: 3, name: 'Targeted' }).match(/class="level-triangle__band"/g)).toHaveLength(
    3,
  );
  expect(levelTriangle(null).match(/class="level-triangle__band"/g)).toHaveLength(4);
});

describe('every picture', () => {
  const pictures = (name: string): string[] => [
    triangleOfNeed({ bands: [{ ...bands[0]!, name, href: name }] }).svg,
    journeyOnTriangle([{ date: '2026-01-10', level: 2, name }], { today: '2026-11-21' }).svg,
    distanceTravelled([{ name, from: 0, to: 10 }]).svg,
    levelTriangle({ number: 2, name }),
  ];

  it('escapes a name, whatever it contains', () => {
    const tags =
      /<\/?(svg|title|desc|defs|pattern|rect|path|polygon|polyline|line|text|a|g|circle)( [a-zA-Z0-9-]+="[^"<>]*")*\/?>/g;
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('<script>', '"><a onclick="x">', "'&amp;", '</svg>'),
    );
    fc.assert(
      fc.property(hostile, (name) => {
        for (const svg of pictures(name)) expect(svg.replace(tags, '')).not.toMatch(/[<>]/);
      }),
    );
  });

  it('needs nothing that the content security policy forbids, and has a name and a description', () => {
    for (const svg of pictures('Targeted')) {
      expect(svg).not.toMatch(/ style=|<style|foreignObject|<script| on[a-z]+=/);
      expect(svg).toMatch(/<title[ >].*<desc[ >]/);
    }
  });
});

describe('the colours of the levels', () => {
  const styles = readFileSync('apps/bridges/src/assets/styles/_levels.scss', 'utf8');

  it.each(LEVELS)(
    'level %d is the same in styles and pictures, and reads on white and under white',
    (level) => {
      expect(styles).toContain(`${level}: ${levelColour(level)},`);
      expect(contrastWithWhite(levelColour(level))).toBeGreaterThanOrEqual(4.5);
    },
  );
});

// WCAG 2.2, relative luminance and contrast ratio.
function contrastWithWhite(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
