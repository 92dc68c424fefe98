export { createViewEngine, render } from './view-engine.js';
export { type Ask, type FieldError, type FormAnswer, FormReader } from './form.js';
export { inLondon, readTime } from './form-time.js';
export { ageOf, birthText, born, shortAge } from './births.js';
export { age, date, dateTime, plural, relativeDays, time } from './dates.js';
export { formatFieldName, formatFieldValue, isTie, storedText } from './stored-fields.js';
export { escapeText, lines } from './text.js';
export type { Picture } from './charts/picture.js';
export { levelTriangle } from './charts/level-triangle.js';
export { type Band, triangleOfNeed } from './charts/triangle-of-need.js';
export { journeyOnTriangle, type JourneyStep } from './charts/journey-on-triangle.js';
export { distanceTravelled, type Outcome } from './charts/distance-travelled.js';
export { genogram, sentencesOf } from './charts/genogram/genogram.js';
export { genogramKey } from './charts/genogram/key.js';
export type {
  CoupleLine,
  GenogramBrood,
  GenogramCouple,
  GenogramHome,
  GenogramParts,
  GenogramPerson,
  GenogramTie,
} from './charts/genogram/genogram-parts.js';
export {
  ecomap,
  type EcomapCircle,
  ecomapKey,
  type EcomapLine,
  type EcomapParts,
  ecomapSentences,
} from './charts/ecomap.js';
export { type Difference, wordDifferences } from './word-differences.js';
