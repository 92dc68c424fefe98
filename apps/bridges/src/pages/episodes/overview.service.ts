import { Injectable } from '@nestjs/common';
import { ChronologyService } from '#libs/casework/chronology';
import type { EpisodeSeen } from '#libs/casework/episodes';
import { LeadProfessionalService } from '#libs/casework/lead-professional';
import { PlansService } from '#libs/casework/plans';
import { TeamService } from '#libs/casework/team';
import { LevelsService } from '#libs/casework/triangle-of-need';
import { journeyOnTriangle } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { childsWords, comingMeetings, decidedOf } from './overview.queries.js';
import { nextSteps } from './next-steps.js';
import { dueRows, journeySteps } from './overview.page.js';

/** Everything that the first page of an episode says to somebody who reaches the record. */
@Injectable()
export class OverviewService {
  constructor(
    private readonly team: TeamService,
    private readonly leads: LeadProfessionalService,
    private readonly plans: PlansService,
    private readonly levels: LevelsService,
    private readonly chronology: ChronologyService,
  ) {}

  async overview(
    seen: EpisodeSeen,
    lastLooked: Date | null,
    today: string,
    concernHref: string | null,
  ): Promise<Record<string, unknown>> {
    const { proposal, current } = await this.leads.leadProfessional(seen.id);
    const asked = {
      proposalWaiting: proposal !== null,
      proposedToMe: proposal?.practitioner.id === actor().practitionerId,
      concernHref,
    };
    const may = Object.fromEntries(
      seen.abilities.list().map((permission) => [permission.replace('.', '_'), true]),
    );
    if (!seen.record) return { steps: nextSteps({ ...this.known(seen), ...asked, may }) };
    const plan = await this.plans.plan(seen.id);
    const actions = (plan?.outcomes ?? []).flatMap((outcome) => outcome.actions);
    const meetings = await comingMeetings(seen.id);
    const decided = await decidedOf(seen.id);
    return {
      involved: (await this.team.workers(seen.id)).map((person) => ({
        ...person,
        leads: person.id === current?.practitioner.id,
      })),
      words: await childsWords(seen.id),
      due: dueRows(seen, actions, meetings),
      journey: journeyOnTriangle(journeySteps(await this.levels.history(seen.id)), { today }),
      fresh: await this.chronology.sinceLastVisit(seen.id, lastLooked),
      lastLooked,
      steps: nextSteps({ ...this.known(seen), ...asked, ...decided, planStarted: plan !== null, may }),
    };
  }

  /** What is known at any tier; what lies above the reader's counts as done, so that no step is offered for it. */
  private known({ id, record, lead, leadUnnamed }: EpisodeSeen) {
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
