import {
  CONCLUDED_LEVELS,
  type ConcludedLevel,
  NEEDS_CATEGORIES,
  type NeedsCategory,
  SIGNIFICANT_HARM,
  type SignificantHarm,
} from '#libs/terms';
import { day, oneOf, sectionOf, words } from './reader.js';

export interface Conclusions {
  readonly strengths_summary?: string;
  readonly needs_summary?: string;
  readonly needs_category?: NeedsCategory;
  readonly level?: ConcludedLevel;
  readonly level_reasons?: string;
  readonly significant_harm?: SignificantHarm;
  readonly significant_harm_note?: string;
  readonly goals?: string;
  readonly review_on?: string;
}

export const readConclusions = sectionOf({
  strengths_summary: words(),
  needs_summary: words(),
  needs_category: oneOf(NEEDS_CATEGORIES),
  level: oneOf(CONCLUDED_LEVELS),
  level_reasons: words(),
  significant_harm: oneOf(SIGNIFICANT_HARM),
  significant_harm_note: words(),
  goals: words(),
  review_on: day,
});
