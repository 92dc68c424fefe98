import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { conflict, invalidField, isId, db, unreachable, query } from '#libs/platform';
import type { ConcernState } from '#libs/terms';

/** A question to the person themselves: when and how much. The rule is known to the guardian alone. */
export interface OwnConcern {
  readonly id: string;
  readonly kind: 'records' | 'searches';
  readonly day: string;
  readonly times: number;
  readonly subjects: number;
  /** The records concerned, as far as they are still within the person's reach. */
  readonly episodeIds: readonly string[];
  readonly state: ConcernState;
  readonly why: string | null;
  readonly explainedAt: Date | null;
}

const MAX_LENGTH = 500;

/** The person's side: asked why, they answer in a line. */
@Injectable()
export class ExplanationsService {
  mine(): Promise<OwnConcern[]> {
    return query(MINE);
  }

  async find(id: string): Promise<OwnConcern> {
    const ownConcern = isId(id) ? (await this.mine()).find((concern) => concern.id === id) : undefined;
    if (!ownConcern) throw unreachable();
    return ownConcern;
  }

  /** Records the explanation, once. 404 for another person's question, 409 when it was answered already. */
  async explain(id: string, why: string): Promise<void> {
    const { state } = await this.find(id);
    if (state !== 'open') throw conflict('You have already given a reason, or the question is closed.');
    const line = why.trim().replace(/\s+/g, ' ');
    if (!line) throw invalidField('why', 'Enter why you opened these records or searched for these children');
    if (line.length > MAX_LENGTH)
      throw invalidField('why', `The reason must be ${MAX_LENGTH} characters or fewer`);
    await db().query('select access.explain_concern($1, $2)', [id, line]);
    await audit('explain access', 'access_concern', { subjectId: id });
  }
}

const MINE = `
  select id, kind, day, times, subjects, episode_ids, state, why, explained_at
  from access.my_concerns() order by day desc, times desc, subjects desc, episode_ids, id limit 200`;
