import { Injectable } from '@nestjs/common';
import { audit, permitOn, signature } from '#libs/access';
import { type EpisodeRecord, EpisodesService } from '#libs/casework/episodes';
import { PlansService } from '#libs/casework/plans';
import { SafetyConcernsService } from '#libs/casework/safety-concerns';
import { LevelsService } from '#libs/casework/triangle-of-need';
import { actor, newId, now, db } from '#libs/platform';
import { CLOSURE_REASONS, labelOf } from '#libs/terms';
import { IsNull } from 'typeorm';
import { closureColumns, namedAgency, READABLE } from './closure.columns.js';
import { Closure } from './closure.entity.js';
import type { ClosureInput } from './closure.rules.js';
import { ClosureDeathsService } from './closure-deaths.service.js';
import { ClosureChecksService } from './closure-checks.service.js';
import { ClosureNoticesService } from './closure-notices.service.js';
import { ClosureProposalsService } from './closure-proposals.service.js';

/** The result of closing: the episode is closed, or a manager has been asked to approve it. */
interface ClosingResult {
  readonly status: 'closed' | 'awaiting_approval';
  /** Of the closure, or of the proposal. */
  readonly id: string;
}

/** Ending an episode of help, with its results. */
@Injectable()
export class ClosuresService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly plans: PlansService,
    private readonly levels: LevelsService,
    private readonly checks: ClosureChecksService,
    private readonly notices: ClosureNoticesService,
    private readonly proposals: ClosureProposalsService,
    private readonly concerns: SafetyConcernsService,
    private readonly deaths: ClosureDeathsService,
  ) {}

  /** The closure of an episode within reach, or null while it is open. */
  async closureOf(episodeId: string): Promise<Closure | null> {
    await permitOn(episodeId, 'record.read');
    const closure = await db().findOneBy(Closure, { episodeId, undoneAt: IsNull() });
    return closure && { ...closure, namedAgencyId: await namedAgency(episodeId, closure.namedAgencyId) };
  }

  /**
   * Closes the episode with a reason and what that reason needs, a result for every outcome, and the family's view.
   * Where closing takes two it is proposed to the named manager instead, and the episode stays open. 409 at level 4.
   */
  async closeEpisode(episodeId: string, input: ClosureInput): Promise<ClosingResult> {
    const abilities = await permitOn(episodeId, 'episode.close', 'close this episode');
    const record = await this.episodes.openRecord(episodeId);
    await this.concerns.assertNoOpenConcerns(episodeId);
    const needsApproval = await this.checks.assertClosable(input, record, abilities);
    await this.deaths.record(episodeId, input);
    if (needsApproval)
      return { status: 'awaiting_approval', id: await this.proposals.propose(record, input) };
    if (input.outcomes?.length) await this.plans.setResults(episodeId, input.outcomes);
    await this.decideLevel(record, input);
    const people = await this.notices.affectedBy(episodeId);
    const id = await this.keep(record, input);
    const body = `${await signature(episodeId)}, closed an episode that you work on or were asked about. ${READABLE}`;
    await this.notices.send(people, {
      subject: 'An episode has closed',
      body,
      href: `/episodes/${episodeId}`,
    });
    await audit('close episode', 'closure', { episodeId, subjectId: id, detail: { reason: input.reason } });
    return { status: 'closed', id };
  }

  private async decideLevel(
    { episodeId, level }: EpisodeRecord,
    { finalLevel, reason, parentView, childView }: ClosureInput,
  ): Promise<void> {
    if (finalLevel === undefined || finalLevel === null || finalLevel === level) return;
    await this.levels.decideLevel(episodeId, {
      level: finalLevel,
      occasion: 'closure',
      reason: `Closing: ${labelOf(CLOSURE_REASONS, reason)}`,
      familyView:
        [childView, parentView].filter(Boolean).join('\n') ||
        'The family did not comment when the episode closed',
    });
  }

  private async keep(record: EpisodeRecord, input: ClosureInput): Promise<string> {
    const id = newId();
    await db().insert(Closure, {
      id,
      episodeId: record.episodeId,
      ...closureColumns(record, input),
      recordedBy: actor().practitionerId,
      closedAt: now(),
    });
    return id;
  }
}
