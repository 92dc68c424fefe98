export { createViewEngine, render } from './view-engine.js';
export { type Ask, type FieldError, type FormAnswer, FormReader } from './form.js';
export { age, date, dateTime, plural, relativeDays, time } from './dates.js';
export { escapeText, lines } from './text.js';
export type { ChartTable, Picture } from './charts/picture.js';
export { levelTriangle } from './charts/level-triangle.js';
export { type Band, triangleOfNeed } from './charts/triangle-of-need.js';
export { journeyOnTriangle, type JourneyStep } from './charts/journey-on-triangle.js';
export { distanceTravelled, type Outcome } from './charts/distance-travelled.js';
