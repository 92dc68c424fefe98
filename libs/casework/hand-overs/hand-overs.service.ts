import { Injectable } from '@nestjs/common';
import { audit, auditEpisodes, ROLES_OF_REACH } from '#libs/access';
import { type InvolvedPractitioner, TeamService } from '#libs/casework/team';
import { ColleaguesService } from '#libs/directory';
import { db, invalidField, isId, unreachable } from '#libs/platform';
import { type HandOver, HAND_OVERS, SUCCESSORS_OF_AUTHORS } from './hand-over.queries.js';

/** What a reader may hand over themselves; a successor of the lead professional is asked and accepts. */
export const HANDED_OVER = ['author', 'chair', 'action'] as const;
type HandedOver = (typeof HANDED_OVER)[number];

/** Work with families that passes from one person to another, by those who answer for the families. */
@Injectable()
export class HandOversService {
  constructor(
    private readonly team: TeamService,
    private readonly colleagues: ColleaguesService,
  ) {}

  /** What this person has open with families that the reader answers for. Empty when there is nothing, or no such person. */
  async of(personId: string): Promise<HandOver[]> {
    if (!isId(personId)) return [];
    const all = (await db().query(HAND_OVERS, [personId])) as HandOver[];
    await auditEpisodes('read hand-over', [...new Set(all.map((one) => one.episodeId))]);
    return all;
  }

  /** The person's name, also when they have left; null when there is no such person. */
  async person(personId: string): Promise<{ id: string; name: string } | null> {
    if (!isId(personId)) return null;
    const [row] = (await db().query('select id, name from practitioners where id = $1', [personId])) as {
      id: string;
      name: string;
    }[];
    return row ?? null;
  }

  /**
   * Who may take over each of these, by its id: workers of the family, and for an episode's author colleagues of the
   * author's agency.
   */
  async successors(
    personId: string,
    handOvers: readonly HandOver[],
  ): Promise<ReadonlyMap<string, readonly InvolvedPractitioner[]>> {
    const authorships = handOvers.filter(({ kind }) => kind === 'author').map(({ id }) => id);
    const colleagues = (await db().query(SUCCESSORS_OF_AUTHORS, [
      ...[authorships, ROLES_OF_REACH.team],
    ])) as (InvolvedPractitioner & { readonly authorshipId: string })[];
    const workers = await this.team.workersOf([...new Set(handOvers.map(({ episodeId }) => episodeId))]);
    const successorsOf = ({ kind, id, episodeId }: HandOver): readonly InvolvedPractitioner[] =>
      kind === 'author'
        ? colleagues.filter(({ authorshipId }) => authorshipId === id)
        : workers.filter((one) => one.episodeId === episodeId);
    return new Map(handOvers.map((one) => [one.id, successorsOf(one).filter(({ id }) => id !== personId)]));
  }

  /**
   * Hands one thing over and notifies both people. 404 when the person has no such work within the reader's
   * responsibility, 409 when the successor may not be given it.
   */
  async handOver(personId: string, kind: HandedOver, id: string, successorId: string): Promise<HandOver> {
    const one = (await this.of(personId)).find((held) => held.kind === kind && held.id === id);
    if (!one) throw unreachable();
    if (!(await this.colleagues.find(successorId)))
      throw invalidField('successorId', 'Select the person who takes it over');
    await db().query('select access.hand_over($1, $2, $3)', [kind, id, successorId]);
    await audit(
      'hand over',
      kind === 'chair' ? 'tac_meeting' : kind === 'action' ? 'plan_action' : 'authorship',
      {
        episodeId: one.episodeId,
        subjectId: id,
      },
    );
    return one;
  }
}
