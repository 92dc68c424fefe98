import { Injectable } from '@nestjs/common';
import { abilitiesOn, type Abilities, audit } from '#libs/access';
import { type NamedAuthor, peopleNamed } from '#libs/directory';
import { isId, unreachable, query } from '#libs/platform';
import type { SafetyConcern } from './safety-concern.entity.js';
import { OF_EPISODE, STANDING, WAITING } from './safety-concerns.queries.js';

export interface SafetyConcernView extends Omit<SafetyConcern, 'childId' | 'raisedBy' | 'answeredBy'> {
  /** The given name, when one child is meant. */
  readonly childName: string | null;
  readonly raisedBy: NamedAuthor | null;
  readonly answeredBy: NamedAuthor | null;
}
interface ConcernWaiting {
  readonly id: string;
  readonly episodeId: string;
  readonly raisedAt: Date;
  readonly children: readonly { readonly givenNames: string }[] | null;
}

/** May this reader know of safety concerns on the episode at all? */
export const maySeeConcerns = (abilities: Pick<Abilities, 'may'>): boolean =>
  abilities.may('safety_concern.read') || abilities.may('safety_concern.watch');

/** Safety concerns as the reader may see them. */
@Injectable()
export class SafetyConcernsReadingService {
  /** Every concern of the episode; 404 to a reader who may not know of concerns. Each visit is logged. */
  async ofEpisode(episodeId: string): Promise<SafetyConcernView[]> {
    if (!maySeeConcerns(await abilitiesOn(episodeId))) throw unreachable();
    await audit('read safety concerns', 'safety concern', { episodeId });
    return this.query(OF_EPISODE, episodeId);
  }

  /** The open concerns, the oldest first; null to a reader who may not know of concerns. */
  async standing(episodeId: string, abilities: Abilities): Promise<SafetyConcernView[] | null> {
    return maySeeConcerns(abilities) ? this.query(STANDING, episodeId) : null;
  }

  async find(episodeId: string, id: string): Promise<SafetyConcernView> {
    const safetyConcern = isId(id)
      ? (await this.ofEpisode(episodeId)).find((concern) => concern.id === id)
      : null;
    if (!safetyConcern) throw unreachable();
    return safetyConcern;
  }

  /** Open concerns that this reader may answer, for any family. */
  waiting(): Promise<ConcernWaiting[]> {
    return query(WAITING);
  }

  private async query(sql: string, episodeId: string): Promise<SafetyConcernView[]> {
    const rows = await query<Row>(sql, [episodeId]);
    const people = await peopleNamed(
      rows.flatMap(({ raisedBy, answeredBy }) => (answeredBy ? [raisedBy, answeredBy] : [raisedBy])),
      episodeId,
    );
    return rows.map((row) => ({
      ...row,
      raisedBy: people.get(row.raisedBy) ?? null,
      answeredBy: (row.answeredBy && people.get(row.answeredBy)) || null,
    }));
  }
}

type Row = Omit<SafetyConcernView, 'raisedBy' | 'answeredBy'> &
  Pick<SafetyConcern, 'raisedBy' | 'answeredBy'>;
