import { Injectable } from '@nestjs/common';
import { ChildsWordsService, ChronologyService, EpisodeProgressService } from '#libs/casework/chronology';
import type { EpisodeView } from '#libs/casework/episodes';
import { LeadProposalsService } from '#libs/casework/lead-professional';
import { PlansService } from '#libs/casework/plans';
import { ClosureProposalsService } from '#libs/casework/reviews';
import { TeamService } from '#libs/casework/team';
import { LevelsService } from '#libs/casework/triangle-of-need';
import { journeyOnTriangle } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { nextSteps } from './next-steps.js';
import { dueRows, journeySteps } from './overview.page.js';
import { permissionsIn } from '../shared/permissions.js';

/** Everything on the first page of an episode for a reader of the record. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly team: TeamService,
    private readonly proposals: LeadProposalsService,
    private readonly plans: PlansService,
    private readonly levels: LevelsService,
    private readonly chronology: ChronologyService,
    private readonly closures: ClosureProposalsService,
    private readonly progress: EpisodeProgressService,
    private readonly childsWords: ChildsWordsService,
  ) {}

  async overview(seen: EpisodeView, today: string, concernHref: string | null) {
    const askedToLead = await this.proposals.asked(seen.id);
    const asked = {
      proposalWaiting: askedToLead !== null,
      proposedToMe: askedToLead === actor().practitionerId,
      concernHref,
    };
    const may = permissionsIn(seen.abilities);
    if (!seen.record) return { steps: nextSteps({ ...this.known(seen), ...asked, may }) };
    const plan = await this.plans.plan(seen.id);
    const actions = (plan?.outcomes ?? []).flatMap((outcome) => outcome.actions);
    const { meetings, ...decided } = await this.progress.progress(seen.id);
    const proposedClosure = decided.closureProposed ? await this.closures.pending(seen.id) : null;
    return {
      proposedClosure,
      involved: (await this.team.workers(seen.id)).map((person) => ({
        ...person,
        leads: person.id === seen.lead?.id,
      })),
      words: await this.childsWords.latest(seen.id),
      due: dueRows(seen, actions, meetings),
      journey: journeyOnTriangle(journeySteps(await this.levels.journey(seen.id)), { today }),
      fresh: await this.chronology.sinceLastVisit(seen.id, seen.lastVisitedAt),
      lastLooked: seen.lastVisitedAt,
      steps: nextSteps({
        ...this.known(seen),
        ...asked,
        ...decided,
        agreementRecorded: seen.sharing.agreements > 0,
        planStarted: plan !== null,
        may,
      }),
    };
  }

  /** Facts known at any tier. What lies above the reader's tier counts as done, so that no step is offered for it. */
  private known({ id, record, lead, leadUnnamed }: EpisodeView) {
    return {
      id,
      status: record?.status ?? null,
      level: record?.level ?? null,
      lead: lead ?? (leadUnnamed ? {} : null),
      agreementRecorded: true,
      decision: null,
      stepUpWaiting: false,
      planStarted: true,
    };
  }
}
