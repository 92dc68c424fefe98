import { sectionOf, words } from './reader.js';

export interface Reason {
  readonly what_led?: string;
}

export const readReason = sectionOf({ what_led: words() });
