import type { Abilities, EpisodePermission } from '#libs/access';

type Underscored<P extends string> = P extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : P;
export type Permissions = Partial<Record<Underscored<EpisodePermission>, true>>;

/** The permissions of a reader on an episode, as templates ask for them: `may.record_read`. */
export const permissionsIn = (abilities: Abilities): Permissions =>
  Object.fromEntries(abilities.list().map((permission) => [permission.replace('.', '_'), true]));
