import { Injectable } from '@nestjs/common';
import { audit, permitOn, signature } from '#libs/access';
import { type EpisodeRecord, EpisodesService } from '#libs/casework/episodes';
import {
  actor,
  conflict,
  forbidden,
  invalidField,
  isId,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import { IsNull } from 'typeorm';
import { closureColumns, namedAgency, READABLE } from './closure.columns.js';
import type { ClosureInput, OutcomeClosure } from './closure.rules.js';
import { ClosureChecksService } from './closure-checks.service.js';
import { ALL_BUT_PROPOSER, ClosureNoticesService, WORKERS } from './closure-notices.service.js';
import {
  ClosureProposal,
  ClosureProposalOutcome,
  type ProposalOutcome,
} from './closure-proposal.entities.js';
import {
  CLOSURE_PROPOSALS,
  type ClosureProposalView,
  OWN_UNAPPROVABLE_PROPOSALS,
  WAITING_FOR_ME,
  type WaitingClosure,
} from './closure-proposals.queries.js';

/** Closing by two: one proposes, a named manager approves or sends back. The episode stays open until they approve. */
@Injectable()
export class ClosureProposalsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly checks: ClosureChecksService,
    private readonly notices: ClosureNoticesService,
  ) {}

  /** Proposes a closure that passed the checks. 409 while another manager's approval is pending. */
  async propose(record: EpisodeRecord, input: ClosureInput): Promise<string> {
    const { episodeId } = record;
    const waiting = await this.pending(episodeId);
    if (waiting?.canBeApproved)
      throw conflict(
        `${waiting.manager} has already been asked to approve closing this episode. Wait for the answer, or withdraw the proposal first.`,
      );
    const id = newId();
    await db().insert(ClosureProposal, {
      id,
      episodeId,
      managerId: input.managerId!,
      ...closureColumns(record, input),
      proposedBy: actor().practitionerId,
      proposedRole: actor().role,
      proposedAt: now(),
    });
    for (const { outcomeId, result, closingScore = null } of input.outcomes ?? [])
      await db().insert(ClosureProposalOutcome, {
        ...{ proposalId: id, episodeId, outcomeId, topic: '', result, closingScore },
        recordedBy: actor().practitionerId,
      });
    await this.notifyOfProposal(episodeId, id);
    await audit('propose closure', 'closure proposal', {
      episodeId,
      subjectId: id,
      detail: { reason: input.reason },
    });
    return id;
  }

  /** The manager who was asked approves, and the episode closes as proposed. 409 when it no longer fits. */
  async approve(proposalId: string): Promise<string> {
    const proposal = await this.findAnswerable(proposalId, 'approve');
    const { episodeId } = proposal;
    const record = await this.episodes.openRecord(episodeId);
    await this.checks.assertStillFits(proposal.input, record);
    const people = await this.notices.affectedBy(episodeId);
    await this.answer(proposal, 'approved', null);
    const by = await signature(episodeId);
    const href = `/episodes/${episodeId}`;
    const closed = `${by}, approved the closure of an episode that you work on or were asked about. ${READABLE}`;
    await this.notices.send(
      people,
      { subject: 'An episode has closed', body: closed, href },
      ...ALL_BUT_PROPOSER,
    );
    const body = `${by}, approved the closure that you proposed. The episode is closed. ${READABLE}`;
    await this.notices.send(people, { subject: 'Your closure was approved', body, href }, 'proposer');
    await audit('approve closure', 'closure proposal', { episodeId, subjectId: proposalId });
    return episodeId;
  }

  /** The manager who was asked sends it back with a reason; its input is kept for the next proposal. */
  async sendBack(proposalId: string, reason: string): Promise<string> {
    const proposal = await this.findAnswerable(proposalId, 'send back');
    const { episodeId } = proposal;
    if (!reason.trim()) throw invalidField('reason', 'Enter why you are sending it back');
    const people = await this.notices.affectedBy(episodeId);
    await this.answer(proposal, 'returned', reason.trim());
    const by = await signature(episodeId);
    const href = `/episodes/${episodeId}/closure`;
    const body = `${by}, sent back the closure that you proposed. Open Bridges for the reason. The episode stays open.`;
    const about = { kind: 'closure_again', id: episodeId } as const;
    await this.notices.send(people, { subject: 'Your closure was sent back', body, href, about }, 'proposer');
    const staysOpenText = `${by}, sent back the proposal to close an episode that you work on. It stays open.`;
    await this.notices.send(
      people,
      { subject: 'An episode stays open', body: staysOpenText, href },
      ...WORKERS,
    );
    await audit('send back closure', 'closure proposal', { episodeId, subjectId: proposalId });
    return episodeId;
  }

  /** The proposer withdraws it before it is answered. */
  async withdraw(proposalId: string): Promise<string> {
    const proposal = await this.find(proposalId);
    const { episodeId } = proposal;
    await permitOn(episodeId, 'episode.close', 'withdraw this proposal');
    assertUnanswered(proposal.outcome);
    if (proposal.proposedById !== actor().practitionerId)
      throw forbidden('Only the person who proposed this closure can withdraw it.');
    const people = await this.notices.affectedBy(episodeId);
    await this.answer(proposal, 'withdrawn', null);
    const body = `${await signature(episodeId)}, withdrew the proposal to close an episode. It stays open.`;
    const href = `/episodes/${episodeId}`;
    await this.notices.send(
      people,
      { subject: 'You no longer need to approve a closure', body, href },
      'approver',
    );
    await this.notices.send(people, { subject: 'An episode stays open', body, href }, ...WORKERS);
    await audit('withdraw closure', 'closure proposal', { episodeId, subjectId: proposalId });
    return episodeId;
  }

  /** The proposal that waits for an answer, for everyone who reads the record. */
  async pending(episodeId: string): Promise<ClosureProposalView | null> {
    return (await this.ofEpisode(episodeId)).find(({ outcome }) => outcome === null) ?? null;
  }

  /** Every proposal to close the episode, the latest first; 404 below T2. */
  async ofEpisode(episodeId: string): Promise<ClosureProposalView[]> {
    await permitOn(episodeId, 'record.read');
    return this.findWhere('p.episode_id = $1', [episodeId]);
  }

  async find(proposalId: string): Promise<ClosureProposalView> {
    const [proposal] = isId(proposalId) ? await this.findWhere('p.id = $1', [proposalId]) : [];
    if (!proposal) throw unreachable();
    return proposal;
  }

  /** Proposals that wait for the signed-in manager, the oldest first. */
  waitingForMe(): Promise<WaitingClosure[]> {
    return query(WAITING_FOR_ME, [actor().practitionerId]);
  }

  /** Proposals of the signed-in practitioner that the manager can no longer approve. */
  ownUnapprovable(): Promise<WaitingClosure[]> {
    return query(OWN_UNAPPROVABLE_PROPOSALS, [actor().practitionerId]);
  }

  private async findWhere(where: string, values: unknown[]): Promise<ClosureProposalView[]> {
    const rows = await query<ProposalRow>(CLOSURE_PROPOSALS(where), values);
    const proposals: ClosureProposalView[] = [];
    for (const { input, outcomes, managerId, ...row } of rows)
      proposals.push({
        ...row,
        managerId,
        input: {
          ...input,
          namedAgencyId: await namedAgency(row.episodeId, input.namedAgencyId ?? null),
          outcomes,
          managerId,
        },
      });
    return proposals;
  }

  /** Only the manager who was asked answers, while they may; and never their own proposal. */
  private async findAnswerable(proposalId: string, what: string): Promise<ClosureProposalView> {
    const proposal = await this.find(proposalId);
    await permitOn(proposal.episodeId, 'closure.approve', `${what} a closure`);
    assertUnanswered(proposal.outcome);
    if (proposal.managerId !== actor().practitionerId)
      throw forbidden('Only the manager who was asked can answer this proposal.');
    return proposal;
  }

  private async answer(
    { id, episodeId }: ClosureProposalView,
    outcome: ProposalOutcome,
    reason: string | null,
  ): Promise<void> {
    const { affected } = await db().update(
      ClosureProposal,
      { id, episodeId, outcome: IsNull() },
      { outcome, outcomeReason: reason, outcomeBy: actor().practitionerId, outcomeAt: now() },
    );
    if (affected !== 1) throw conflict('This proposal has already been answered.');
  }

  private async notifyOfProposal(episodeId: string, id: string): Promise<void> {
    const by = await signature(episodeId);
    const href = `/episodes/${episodeId}/closure`;
    const people = await this.notices.affectedBy(episodeId);
    const requestText = `${by}, proposes to close an episode. Read the proposal, then approve it or send it back.`;
    await this.notices.send(
      people,
      {
        subject: 'You have been asked to approve a closure',
        body: requestText,
        href,
        about: { kind: 'closure_proposal', id },
      },
      'approver',
    );
    const body = `${by}, proposes to close an episode that you work on. It stays open until a manager approves.`;
    await this.notices.send(people, { subject: 'A closure has been proposed', body, href }, ...WORKERS);
  }
}

interface ProposalRow extends Omit<ClosureProposalView, 'input'> {
  readonly input: ClosureInput;
  readonly outcomes: OutcomeClosure[];
}

const ENDED: Readonly<Record<ProposalOutcome, string>> = {
  approved: 'This proposal has already been approved.',
  returned: 'This proposal was sent back.',
  withdrawn: 'This proposal was withdrawn.',
  superseded: 'The episode was closed in another way.',
  lapsed: 'The manager who was asked can no longer approve this closure.',
};

function assertUnanswered(outcome: ProposalOutcome | null): void {
  if (outcome) throw conflict(ENDED[outcome]);
}
