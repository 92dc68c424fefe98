import { ADRIAN } from './stories/adrian.js';
import { CHARLIE } from './stories/charlie.js';
import { CHLOE } from './stories/chloe.js';
import { DEE } from './stories/dee.js';
import { EXPECTED_BABY } from './stories/expected-baby.js';
import { HARRY } from './stories/harry.js';
import { JO } from './stories/jo.js';
import { JOHN } from './stories/john.js';
import { KYLE } from './stories/kyle.js';
import { LEAH } from './stories/leah.js';
import { MAYA } from './stories/maya.js';
import { OWEN } from './stories/owen.js';
import { RECORDED_TWICE } from './stories/recorded-twice.js';
import { THREE_SISTERS } from './stories/three-sisters.js';
import { TONY } from './stories/tony.js';
import type { Story } from './story.js';

export { agency, COUNTY, locality, practitioner } from './county.js';
export { DEMO_PASSWORD, type Persona, type PersonaKey, PERSONAS } from './personas.js';
export type { Story } from './story.js';
export { type Answer, type Api, loadStories } from './load-stories.js';

/** The ten families of chapter 5, and five invented ones for what its happy endings leave out. */
export const STORIES: readonly Story[] = [
  HARRY,
  JO,
  ADRIAN,
  KYLE,
  THREE_SISTERS,
  JOHN,
  DEE,
  CHARLIE,
  CHLOE,
  TONY,
  MAYA,
  EXPECTED_BABY,
  LEAH,
  OWEN,
  RECORDED_TWICE,
];
