import { Injectable } from '@nestjs/common';
import { EmergencyReadingService } from '#libs/casework/emergency-access';
import { type EpisodeListItem, haveAllDied } from '#libs/casework/episodes';
import { ConsentRenewalService } from '#libs/casework/information-sharing';
import { LeadProposalsService } from '#libs/casework/lead-professional';
import { SafetyConcernsReadingService } from '#libs/casework/safety-concerns';
import type { StepUpWaiting } from '#libs/casework/triangle-of-need';
import { ActionsDueService } from '#libs/casework/plans';
import { ClosureProposalsService } from '#libs/casework/reviews';
import { IndexAnswersService } from '#libs/oversight/index-questions';
import {
  type OverdueBirth,
  type OwnDraft,
  type OwnMeeting,
  type Waiting,
  WaitingService,
} from '#libs/oversight/caseloads';
import { ExplanationsService } from '#libs/oversight/access-concerns';
import { actor, addDays, londonDate, now } from '#libs/platform';
import { date, dateTime, plural, time } from '#libs/page-kit';
import { CLOSURE_REASONS, type ClosureReason, labelOf } from '#libs/terms';
import { emergencyNeed } from '../emergency-access/emergency-access.page.js';
import { namesOf } from '../shared/names-of.js';
import { inOrder } from './needs.page.js';
import type { Need } from '../shared/need.js';

interface OtherNeeds extends Pick<
  Waiting,
  'actionEpisodes' | 'births' | 'meetings' | 'drafts' | 'hasUnfinished'
> {
  readonly first: readonly Need[];
  readonly asked: readonly Need[];
  readonly others: readonly Need[];
}

/** What messages ask for that this list shows as a task of its own. */
export const SHOWN_AS_TASKS = [
  ...['lead_proposal', 'step_up', 'safety_concern', 'closure_proposal', 'explanation', 'access_question'],
  ...['emergency_second', 'emergency_reviewer', 'emergency_review', 'meeting'],
];

const REVIEWS_AHEAD = 14;

/** What needs the signed-in practitioner, for every family within reach. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly actions: ActionsDueService,
    private readonly proposals: LeadProposalsService,
    private readonly again: ConsentRenewalService,
    private readonly questions: IndexAnswersService,
    private readonly explanations: ExplanationsService,
    private readonly emergencies: EmergencyReadingService,
    private readonly closures: ClosureProposalsService,
    private readonly safety: SafetyConcernsReadingService,
    private readonly waiting: WaitingService,
  ) {}

  /** Items to collect across everything within reach. */
  async elsewhere(): Promise<OtherNeeds> {
    const waits = await this.waiting.forReader();
    return {
      ...waits,
      first: waits.safetyConcerns ? await this.safetyConcerns() : [],
      asked: [
        ...(waits.proposals ? await this.answersToGive() : []),
        ...(waits.closures ? await this.closuresProposed() : []),
      ],
      others: [
        ...(waits.indexQuestions ? await this.questionsAsked() : []),
        ...(waits.explanations ? await this.accessToExplain() : []),
        ...this.helpAskedFor(waits.accessQuestions),
        ...this.accessToReview(waits.accessConcerns),
        ...(waits.emergencies ? await this.emergencyNeeds() : []),
      ],
    };
  }

  /**
   * Late items first, then by date, then undated items. `mine` are the open episodes that the practitioner works on,
   * `stepUps` those that wait for their answer.
   */
  async needs(
    mine: readonly EpisodeListItem[],
    stepUps: readonly StepUpWaiting[],
    { first, asked, others, births, meetings, drafts }: OtherNeeds,
  ): Promise<Need[]> {
    return inOrder([
      ...first,
      ...this.stepUpsToAnswer(stepUps),
      ...asked,
      ...this.meetings(mine, meetings),
      ...this.reviews(mine),
      ...this.births(births),
      ...(await this.promised()),
      ...this.vacancies(mine),
      ...this.drafts(mine, drafts),
      ...(await this.asking(mine)),
      ...others,
    ]);
  }

  /**
   * Emergency accesses that wait for a second person, for a reviewer to be named, or for the practitioner's own review.
   */
  async emergencyNeeds(): Promise<Need[]> {
    return (await this.emergencies.waitingForMe()).map(emergencyNeed);
  }

  /**
   * Shown to everyone who may answer a safety concern: all of them share responsibility until the answer is recorded.
   */
  private async safetyConcerns(): Promise<Need[]> {
    return (await this.safety.waiting()).map(({ id, episodeId, raisedAt, children }) => ({
      what: `Safety concern about ${namesOf(children)}`,
      href: `/episodes/${episodeId}`,
      when: null,
      note: `Raised ${dateTime(raisedAt)}`,
      isUrgent: true,
      act: { text: 'Record what was done', href: `/episodes/${episodeId}/safety-concerns/${id}` },
    }));
  }

  private stepUpsToAnswer(stepUps: readonly StepUpWaiting[]): Need[] {
    return stepUps.map(({ id, episodeId, children, answerDueOn }) => ({
      what: `Step-up for ${namesOf(children)}`,
      href: `/episodes/${episodeId}`,
      when: answerDueOn,
      note: null,
      act: { text: 'Answer', href: `/step-ups#step-up-${id}` },
    }));
  }

  private async answersToGive(): Promise<Need[]> {
    return (await this.proposals.waitingFor()).map(({ episodeId, children, proposedBy }) => ({
      what: `${proposedBy} asks you to be lead professional for ${namesOf(children)}`,
      href: `/episodes/${episodeId}`,
      when: null,
      note: 'Waiting for your answer',
      act: { text: 'Answer', href: '/proposals' },
    }));
  }

  /** Closures that wait for this manager, and the practitioner's own proposals whose manager can no longer approve. */
  private async closuresProposed(): Promise<Need[]> {
    const at = (episodeId: string) => `/episodes/${episodeId}/closure`;
    return [
      ...(await this.closures.waitingForMe()).map(({ episodeId, children, proposedBy, reason }) => ({
        what: `${proposedBy} proposes to close the episode for ${namesOf(children)}`,
        href: `/episodes/${episodeId}`,
        when: null,
        note: labelOf(CLOSURE_REASONS, reason as ClosureReason),
        act: { text: 'Approve or send back', href: at(episodeId) },
      })),
      ...(await this.closures.ownUnapprovable()).map(({ episodeId, children }) => ({
        what: `Closure for ${namesOf(children)}: the manager can no longer approve it`,
        href: `/episodes/${episodeId}`,
        when: null,
        note: null,
        act: { text: 'Ask another manager', href: at(episodeId) },
      })),
    ];
  }

  /** Meetings to come, and those whose minutes the reader has still to write. */
  private meetings(mine: readonly EpisodeListItem[], meetings: readonly OwnMeeting[]): Need[] {
    return meetings.map(({ id, episodeId, startsAt }) => {
      const begins = new Date(startsAt);
      const href = `/episodes/${episodeId}/meetings/${id}`;
      return {
        what: `Team meeting for ${nameIn(mine, episodeId)} at ${time(begins)}`,
        href,
        when: londonDate(begins),
        note: null,
        act: { text: begins < now() ? 'Write the minutes' : 'Open meeting', href },
      };
    });
  }

  private drafts(mine: readonly EpisodeListItem[], drafts: readonly OwnDraft[]): Need[] {
    return drafts.map(({ kind, episodeId, begunAt }) => ({
      what: `${kind === 'assessment' ? 'Assessment' : 'Checklist'} for ${nameIn(mine, episodeId)}`,
      href: `/episodes/${episodeId}`,
      when: null,
      note: `Not finished. Started ${date(londonDate(new Date(begunAt)))}`,
      act: { text: 'Continue', href: `/episodes/${episodeId}/${kind}` },
    }));
  }

  private reviews(mine: readonly EpisodeListItem[]): Need[] {
    const until = addDays(londonDate(now()), REVIEWS_AHEAD);
    return mine
      .filter(
        ({ lead, nextReviewOn, children }) =>
          lead?.id === actor().practitionerId &&
          nextReviewOn !== null &&
          nextReviewOn <= until &&
          !haveAllDied(children),
      )
      .map(({ id, children, nextReviewOn }) => ({
        what: `Review for ${namesOf(children)}`,
        href: `/episodes/${id}`,
        when: nextReviewOn,
        note: null,
        act: { text: 'Hold review', href: `/episodes/${id}/reviews` },
      }));
  }

  /** For those who may record the birth; the date is asked about two weeks after it, as on the child's page. */
  private births(births: readonly OverdueBirth[]): Need[] {
    return births.map(({ childId, givenNames, familyName, expectedOn }) => ({
      what: `Has ${namesOf([{ givenNames, familyName }])} been born?`,
      href: `/children/${childId}`,
      when: expectedOn,
      note: `Expected on ${date(expectedOn)}`,
      act: { text: 'Record the birth', href: `/children/${childId}/birth` },
    }));
  }

  private async promised(): Promise<Need[]> {
    const { late, thisWeek } = await this.actions.mine();
    return [...late, ...thisWeek].map(({ episodeId, description, dueOn, children }) => ({
      what: `${description} (${namesOf(children)})`,
      href: `/episodes/${episodeId}/plan`,
      when: dueOn,
      note: null,
      act: { text: 'Mark as done', href: `/episodes/${episodeId}/plan` },
    }));
  }

  private vacancies(mine: readonly EpisodeListItem[]): Need[] {
    const vacant = mine.filter(({ vacancyDays }) => vacancyDays !== null);
    return vacant.map(({ id, children, vacancyDays, notShared }) => ({
      what: `${namesOf(children)}: no lead professional`,
      href: `/episodes/${id}`,
      when: null,
      note: vacancyDays ? `Vacant for ${plural(vacancyDays, 'day')}` : 'Vacant since today',
      // A reader without the record cannot propose a lead; the episode page says whom to ask.
      act:
        notShared.length > 0
          ? { text: 'Open', href: `/episodes/${id}` }
          : { text: 'Propose a lead professional', href: `/episodes/${id}/lead-professional/proposals/new` },
    }));
  }

  /** Shown to the lead professional, or to every practitioner who works with the family while there is no lead. */
  private async asking(mine: readonly EpisodeListItem[]): Promise<Need[]> {
    const ours = mine.filter(({ lead }) => !lead || lead.id === actor().practitionerId);
    const names = new Map(ours.map(({ id, children }) => [id, namesOf(children)]));
    const ids = [...names.keys()];
    if (ids.length === 0) return [];
    const askAt = (id: string) => ({
      href: `/episodes/${id}/consents`,
      act: { text: 'Ask again', href: `/episodes/${id}/consents` },
    });
    const { endings, prompts } = await this.again.due(ids);
    const soonest = new Map([...endings].reverse().map((one) => [one.episodeId, one]));
    return [
      ...[...soonest.values()].map(({ episodeId, validUntil }) => ({
        what: `${names.get(episodeId)}: consent to share ends`,
        when: validUntil,
        note: null,
        ...askAt(episodeId),
      })),
      ...prompts.map(({ episodeId, sentence }) => ({
        what: `${names.get(episodeId)}: ask the family again`,
        when: null,
        note: sentence,
        ...askAt(episodeId),
      })),
    ];
  }

  private async questionsAsked(): Promise<Need[]> {
    return (await this.questions.waiting()).map(({ child, by, answerBy }) => ({
      what: `${by.name} of ${by.agency} asks about ${namesOf([child])}`,
      href: '/index-questions',
      when: answerBy,
      note: null,
      act: { text: 'Answer', href: '/index-questions' },
    }));
  }

  private async accessToExplain(): Promise<Need[]> {
    const open = (await this.explanations.mine()).filter(({ state }) => state === 'open');
    return open.map(({ id, day }) => ({
      what: `Explain why you opened or searched for records on ${date(day)}`,
      href: `/access-concerns/mine/${id}`,
      when: null,
      note: 'Your access reviewer has asked',
      act: { text: 'Give a reason', href: `/access-concerns/mine/${id}` },
    }));
  }

  private helpAskedFor(waiting: number): Need[] {
    if (waiting === 0) return [];
    return [
      {
        what: `${plural(waiting, 'practitioner', 'practitioners')} could not open a page and asked for help`,
        href: '/access-questions',
        when: null,
        note: null,
        act: { text: 'Answer', href: '/access-questions' },
      },
    ];
  }

  private accessToReview(waiting: number): Need[] {
    return waiting === 0
      ? []
      : [
          {
            what: `${plural(waiting, 'unusual access alert')} to review`,
            href: '/access-concerns',
            when: null,
            note: 'You are the access reviewer',
            act: { text: 'Review', href: '/access-concerns' },
          },
        ];
  }
}

const nameIn = (mine: readonly EpisodeListItem[], episodeId: string): string =>
  namesOf(mine.find(({ id }) => id === episodeId)?.children ?? null);
