import { Injectable } from '@nestjs/common';
import { PlansService } from '#libs/casework/plans';
import { RetentionService } from '#libs/casework/retention';
import {
  canStillBeUndone,
  type Closure,
  ClosureNoticesService,
  type ClosureProposalView,
  ClosureProposalsService,
  lastDayToUndo,
  UNDO_CLOSURE_DAYS,
} from '#libs/casework/reviews';
import { AgenciesService } from '#libs/directory';
import { actor, now } from '#libs/platform';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toAffectedView, toClosureView } from './closure.page.js';
import { describeRetention } from '../shared/retention-summary.js';

/** Loads the page of a closure, and the page of a proposal that waits for a manager. */
@Injectable()
export class ClosurePagesService {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly proposals: ClosureProposalsService,
    private readonly notices: ClosureNoticesService,
    private readonly plans: PlansService,
    private readonly agencies: AgenciesService,
    private readonly retention: RetentionService,
  ) {}

  async closed(id: string, closure: Closure) {
    const { seen, episode } = await this.header.open(id, 'overview');
    const { proposalId } = closure;
    const approved = proposalId ? await this.proposals.find(proposalId) : null;
    const mayUndo = seen.abilities.may('closure.undo') && canStillBeUndone(closure.closedAt, now());
    return {
      title: 'Closed',
      episode,
      closure: toClosureView(closure, await this.plans.plan(id), await this.agencies.list()),
      approved,
      kept: describeRetention(await this.retention.keptUntil(id)),
      undo: {
        may: mayUndo,
        days: UNDO_CLOSURE_DAYS,
        until: canStillBeUndone(closure.closedAt, now()) ? lastDayToUndo(closure.closedAt) : null,
        affected: mayUndo ? toAffectedView(await this.notices.affectedBy(id)) : [],
      },
      typed: {},
    };
  }

  async proposed(id: string, proposal: ClosureProposalView) {
    const { seen, episode } = await this.header.open(id, 'overview');
    const me = actor().practitionerId;
    const mayAnswer =
      proposal.canBeApproved && proposal.managerId === me && seen.abilities.may('closure.approve');
    const plan = await this.plans.plan(id);
    const results = new Map((proposal.input.outcomes ?? []).map((one) => [one.outcomeId, one]));
    const proposedPlan = plan && {
      ...plan,
      outcomes: plan.outcomes.map((outcome) => {
        const result = results.get(outcome.id);
        return result
          ? { ...outcome, result: result.result, currentScore: result.closingScore ?? outcome.currentScore }
          : outcome;
      }),
    };
    return {
      title: 'Proposed closure',
      episode,
      proposal,
      closure: toClosureView(proposal.input, proposedPlan, await this.agencies.list()),
      mayAnswer,
      mayWithdraw: proposal.proposedById === me && seen.abilities.may('episode.close'),
      affected: mayAnswer ? toAffectedView(await this.notices.affectedBy(id)) : [],
      typed: {},
    };
  }
}
