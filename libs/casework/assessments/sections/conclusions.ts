import { NEEDS_CATEGORIES, type NeedsCategory } from '#libs/terms';
import { oneOf, sectionOf, words } from './reader.js';

export interface Conclusions {
  readonly strengths_summary?: string;
  readonly needs_summary?: string;
  readonly needs_category?: NeedsCategory;
  readonly goals?: string;
}

export const readConclusions = sectionOf({
  strengths_summary: words(),
  needs_summary: words(),
  needs_category: oneOf(NEEDS_CATEGORIES),
  goals: words(),
});
