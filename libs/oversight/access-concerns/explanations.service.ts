import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { conflict, invalidField, isId, records, unreachable } from '#libs/platform';
import type { ConcernState } from '#libs/terms';

/** A question to the person themselves: when and how much. By which rule stays with the guardian. */
export interface OwnConcern {
  readonly id: string;
  readonly kind: 'records' | 'searches';
  readonly day: string;
  readonly times: number;
  readonly subjects: number;
  /** The records it is about, as far as the person still reaches them. */
  readonly episodeIds: readonly string[];
  readonly state: ConcernState;
  readonly why: string | null;
  readonly explainedAt: Date | null;
}

const LONGEST = 500;

/** The person's side: asked why, they answer in a line. */
@Injectable()
export class ExplanationsService {
  mine(): Promise<OwnConcern[]> {
    return records().query(MINE);
  }

  async find(id: string): Promise<OwnConcern> {
    const found = isId(id) ? (await this.mine()).find((concern) => concern.id === id) : undefined;
    if (!found) throw unreachable();
    return found;
  }

  /** Says why, once. 404 for anybody else's, 409 when it was said already. */
  async explain(id: string, why: string): Promise<void> {
    const { state } = await this.find(id);
    if (state !== 'open') throw conflict('You have already given a reason, or the question is closed.');
    const line = why.trim().replace(/\s+/g, ' ');
    if (!line) throw invalidField('why', 'Enter why you opened these records or searched for these children');
    if (line.length > LONGEST) throw invalidField('why', `The reason must be ${LONGEST} characters or fewer`);
    await records().query('select access.explain_concern($1, $2)', [id, line]);
    await audit('explain access', 'access_concern', { subjectId: id });
  }
}

const MINE = `
  select id, kind, day, times, subjects, episode_ids as "episodeIds", state, why, explained_at as "explainedAt"
  from access.my_concerns() order by day desc, times desc, subjects desc, episode_ids, id limit 200`;
