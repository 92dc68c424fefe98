import type { Abilities, EpisodePermission } from '#libs/access';

type Underscored<P extends string> = P extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : P;
export type Permissions = Partial<Record<Underscored<EpisodePermission>, true>>;

/** A reader's permissions on an episode, as templates look them up: `may.record_read`. */
export const permissionsIn = (abilities: Abilities): Permissions =>
  Object.fromEntries(abilities.list().map((permission) => [permission.replace('.', '_'), true]));
