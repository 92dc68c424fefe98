import type { Episode } from './rule-book/world.js';
import type { Story } from './story.js';

/** The agencies a family may speak of: those of the cast who work on cases, the opening one among them. */
export function agencyOptions(story: Story, episode: Episode): string[] {
  const agencies = [...new Set(story.world.actors.map(({ agency }) => agency))];
  // Each episode begins its list elsewhere, so that different agencies are in.
  const turn = story.world.episodes.indexOf(episode) * 2;
  return [...agencies.slice(turn % agencies.length), ...agencies.slice(0, turn % agencies.length)];
}
