import { element, points } from '../picture.js';
import type { GenogramPerson } from './genogram-parts.js';
import { HALF } from './places.js';

/** Square for a male, circle for a female, diamond where it is not known, triangle before birth; a cross for a death. */
export function symbolOf(
  { shape, isChild, isCrossed, isUncertain }: GenogramPerson,
  x: number,
  y: number,
): string {
  const classes = ['app-family__symbol', isUncertain ? 'app-family__symbol--uncertain' : ''];
  const outline = (size: number): string => shapeOf(shape, x, y, size, classes.filter(Boolean).join(' '));
  return [
    outline(HALF),
    // The child of whom the picture is has a double outline.
    isChild ? outline(HALF - 4) : '',
    isCrossed ? cross(x, y, shape === 'unborn' ? 10 : HALF * 0.72) : '',
  ].join('');
}

function shapeOf(
  shape: GenogramPerson['shape'],
  x: number,
  y: number,
  size: number,
  className: string,
): string {
  const given = { class: className, 'data-shape': shape };
  switch (shape) {
    case 'female':
      return element('circle', { ...given, cx: x, cy: y, r: size });
    case 'male':
      return element('rect', { ...given, x: x - size, y: y - size, width: 2 * size, height: 2 * size });
    case 'unborn':
      return element('polygon', {
        ...given,
        points: points([x, y - size], [x + size, y + size], [x - size, y + size]),
      });
    default:
      return element('polygon', {
        ...given,
        points: points([x, y - size], [x + size, y], [x, y + size], [x - size, y]),
      });
  }
}

const cross = (x: number, y: number, arm: number): string =>
  element('path', {
    class: 'app-family__cross',
    d: `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x + arm} ${y - arm}L${x - arm} ${y + arm}`,
  });
