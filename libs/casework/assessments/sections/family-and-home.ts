import { sectionOf, words } from './reader.js';

export interface FamilyAndHome {
  readonly structure?: string;
  readonly lives_with?: string;
}

export const readFamilyAndHome = sectionOf({ structure: words(), lives_with: words() });
