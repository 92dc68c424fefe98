import type { Actor } from './rule-book/world.js';
import type { Story } from './story.js';

export const now = 'platform.now()';
export const byPerson = (story: Story, person: string): Actor =>
  story.world.actors.find((one) => one.person === person)!;
