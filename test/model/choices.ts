import type { Episode } from './rule-book/world.js';
import type { Story } from './story.js';

/** The agencies a family may decide about: those of the cast who work on cases, including the opening one. */
export function agencyOptions(story: Story, episode: Episode): string[] {
  const agencies = [...new Set(story.world.actors.map(({ agency }) => agency))];
  // Each episode starts at another place in the list, so that different agencies are included.
  const turn = story.world.episodes.indexOf(episode) * 2;
  return [...agencies.slice(turn % agencies.length), ...agencies.slice(0, turn % agencies.length)];
}
