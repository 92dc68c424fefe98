import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import {
  actor,
  changeVersioned,
  conflict,
  invalidField,
  isId,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import type { EpisodeStatus } from '#libs/terms';
import { Authorship, Episode, EpisodeChild, EpisodeRecord, type PersonPresent } from './episode.entity.js';
import { assertRecordOpen, assertStepAllowed } from './episode.rules.js';

interface EpisodeOpening {
  readonly childIds: readonly string[];
  readonly reason: string;
  readonly referralSource?: string | null;
  readonly presentingNeeds?: readonly string[];
  readonly longTerm?: boolean;
  /** Why help begins for a child whose death is recorded. */
  readonly afterDeathBecause?: string | null;
  /** The people present when help was requested. */
  readonly presentPeople?: readonly PersonPresent[];
}

/** Opening an episode of help, and moving it from step to step. */
@Injectable()
export class EpisodesService {
  /** Opens one episode for a child, or for all children of a family together. 409 when one of them has an open one. */
  async openEpisode(opening: EpisodeOpening): Promise<string> {
    const {
      childIds,
      reason,
      referralSource = null,
      presentingNeeds = [],
      longTerm = false,
      afterDeathBecause = null,
      presentPeople = [],
    } = opening;
    if (childIds.some((id) => !isId(id)) || new Set(childIds).size !== childIds.length)
      throw invalidField('childIds', 'Select each child once, from the search results');
    await this.assertNoOpenEpisode(childIds);
    await this.assertConfirmedAfterDeath(childIds, afterDeathBecause);
    const who = actor();
    const id = newId();
    const [{ authorityId }] = (await query<{ authorityId: string }>(
      'select authority_id from agencies where id = $1',
      [who.agencyId],
    )) as [{ authorityId: string }];
    await db().insert(Episode, {
      id,
      openedAt: now(),
      closedAt: null,
      authorityId,
      openedBy: who.practitionerId,
      openingAgencyId: who.agencyId,
    });
    await db().insert(Authorship, {
      id: newId(),
      episodeId: id,
      practitionerId: who.practitionerId,
      agencyId: who.agencyId,
      kind: 'opener',
      beganAt: now(),
      endedAt: null,
    });
    for (const [index, childId] of childIds.entries())
      await db().insert(EpisodeChild, {
        episodeId: id,
        childId,
        position: index + 1,
        endedAt: null,
        afterDeathBecause: afterDeathBecause?.trim() || null,
      });
    await db().insert(EpisodeRecord, {
      episodeId: id,
      status: 'checklist',
      reason,
      referralSource,
      presentingNeeds: [...presentingNeeds],
      longTerm,
      presentPeople,
      level: null,
      levelDecidedAt: null,
      nextReviewOn: null,
      lastContactOn: null,
      version: 1,
    });
    await audit('open episode', 'episode', { episodeId: id, reaches: ['author'] });
    return id;
  }

  /** The episode's record; 404 to a reader below T2. */
  async record(episodeId: string): Promise<EpisodeRecord> {
    const record = isId(episodeId) ? await db().findOneBy(EpisodeRecord, { episodeId }) : null;
    if (!record) throw unreachable();
    return record;
  }

  /** The record of an open episode; 409 when it is closed. */
  async openRecord(episodeId: string): Promise<EpisodeRecord> {
    const record = await this.record(episodeId);
    assertRecordOpen(record.status);
    return record;
  }

  /** Takes the next step, or throws 409 with the present status. `what` completes "You cannot …". */
  async step(episodeId: string, to: EpisodeStatus, what: string): Promise<void> {
    const record = await this.record(episodeId);
    assertStepAllowed(record.status, to, what);
    await db().update(EpisodeRecord, { episodeId }, { status: to });
  }

  async note(episodeId: string, changes: Partial<Pick<EpisodeRecord, 'nextReviewOn'>>): Promise<void> {
    await db().update(EpisodeRecord, { episodeId }, changes);
  }

  async changeRecord(
    episodeId: string,
    version: number,
    changes: Partial<Pick<EpisodeRecord, 'reason' | 'longTerm' | 'presentingNeeds'>>,
  ): Promise<void> {
    await this.openRecord(episodeId);
    await changeVersioned(EpisodeRecord, { episodeId }, version, changes, () => this.record(episodeId));
    await audit('change episode', 'episode', { episodeId });
  }

  /** 422 when one of these children has died, until it is said why help begins all the same. */
  async assertConfirmedAfterDeath(childIds: readonly string[], because?: string | null): Promise<void> {
    if (because?.trim()) return;
    const rows = await query('select 1 from unnest($1::uuid[]) k (id) where access.opens_after_death(k.id)', [
      childIds,
    ]);
    if (rows.length > 0)
      throw invalidField(
        'afterDeathBecause',
        'The record says that this child has died. Enter why you are starting help for them',
      );
  }

  /** 409 when one of these children has an open episode that the reader may know of; the database knows the others. */
  async assertNoOpenEpisode(childIds: readonly string[]): Promise<void> {
    const rows = (await db().query(
      'select 1 from episode_children where child_id = any($1) and ended_at is null',
      [childIds],
    )) as unknown[];
    if (rows.length > 0)
      throw conflict(
        'This child already has an open episode. Work with that episode, or contact its lead professional.',
      );
  }
}
