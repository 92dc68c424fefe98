import { element } from './picture.js';

// The same colours as in the style sheet, repeated because print and PDF load none.
const COLOURS: Record<number, string> = { 1: '#2c6e49', 2: '#7a5c00', 3: '#b0440f', 4: '#861d46' };
export const LEVELS = [1, 2, 3, 4] as const;

/** The fixed colour of a level of need; grey for a level that is not one of the four. */
export function levelColour(level: number): string {
  return COLOURS[level] ?? '#4a5557';
}

/**
 * Hatchings, one for each level, so that bands differ without colour. `id` keeps patterns of several pictures apart.
 */
export function levelPatterns(id: string): string {
  const line = (d: string): string =>
    element('path', { d, fill: 'none', stroke: '#ffffff', 'stroke-opacity': '0.16', 'stroke-width': 2 });
  const hatchings = ['', line('M0 5H10'), line('M-2 12 12-2M-2 2 2-2M8 12 12 8'), line('M0 5H10M5 0V10')];
  return element(
    'defs',
    {},
    ...LEVELS.map((level) =>
      element(
        'pattern',
        { id: `${id}-hatch-${level}`, width: 10, height: 10, patternUnits: 'userSpaceOnUse' },
        element('rect', { width: 10, height: 10, class: `level-${level}`, fill: levelColour(level) }),
        hatchings[level - 1] ?? '',
      ),
    ),
  );
}
