import { abilitiesKey, cachedUntilWrite, forbidden, isId, db, unreachable } from '#libs/platform';
import type { EpisodePermission } from './rules.js';
import type { Reach } from './reaches.js';

/** What the signed-in practitioner may do on one episode, and the reaches that give them access. */
export class Abilities {
  private readonly permissions: ReadonlySet<string>;
  readonly reaches: readonly Reach[];

  constructor(
    readonly episodeId: string,
    rows: readonly { permission: string; reach: Reach }[],
  ) {
    this.permissions = new Set(rows.map((row) => row.permission));
    this.reaches = [...new Set(rows.map((row) => row.reach))].sort();
  }

  may(permission: EpisodePermission): boolean {
    return this.permissions.has(permission);
  }

  /** Throws 404 when the practitioner may not read the episode, 403 when they may read it but lack this permission. */
  permit(permission: EpisodePermission, what = 'do this'): void {
    if (!this.may('episode.read')) throw unreachable();
    if (permission === 'record.read' && !this.may(permission)) throw unreachable();
    if (!this.may(permission))
      throw forbidden(`You cannot ${what} on this episode. Ask the lead professional.`);
  }

  list(): string[] {
    return [...this.permissions].sort();
  }
}

/** Asks the database, which uses the same grants and rules as its policies; cached until the unit of work writes. */
export async function abilitiesOn(episodeId: string): Promise<Abilities> {
  if (!isId(episodeId)) throw unreachable();
  const rows = await cachedUntilWrite(
    abilitiesKey(episodeId),
    (): Promise<{ permission: string; reach: Reach }[]> =>
      db().query('select permission, reach from access.abilities($1)', [episodeId]),
  );
  return new Abilities(episodeId, rows);
}

/** The abilities on an episode of a practitioner with this permission; otherwise throws the matching 404 or 403. */
export async function permitOn(
  episodeId: string,
  permission: EpisodePermission,
  what?: string,
): Promise<Abilities> {
  const abilities = await abilitiesOn(episodeId);
  abilities.permit(permission, what);
  return abilities;
}
