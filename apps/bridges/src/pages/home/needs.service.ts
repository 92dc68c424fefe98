import { Injectable } from '@nestjs/common';
import { EmergencyReading } from '#libs/casework/emergency-access';
import { type EpisodeListed, EpisodeListService } from '#libs/casework/episodes';
import { LeadProposalsService } from '#libs/casework/lead-professional';
import { ActionsDueService } from '#libs/casework/plans';
import { actor, addDays, londonDate, now } from '#libs/platform';
import { emergencyNeed } from '../emergency-access/emergency-access.page.js';
import { inOrder, namesOf, type Need } from './needs.page.js';

const REVIEWS_AHEAD = 14;
const MOST = 200;

/** What waits for whoever is signed in, whatever family it belongs to. */
@Injectable()
export class NeedsService {
  constructor(
    private readonly lists: EpisodeListService,
    private readonly actions: ActionsDueService,
    private readonly proposals: LeadProposalsService,
    private readonly emergencies: EmergencyReading,
  ) {}

  /** Late first, then by date, then what has no date. `mine` are the open episodes one works on. */
  async needs(mine: readonly EpisodeListed[]): Promise<Need[]> {
    const needs = [
      ...(await this.answersToGive()),
      ...this.reviews(mine),
      ...(await this.promised()),
      ...(await this.vacancies()),
      ...(await this.consentsEnding()),
      ...(await this.emergencyNeeds()),
    ];
    return inOrder(needs);
  }

  /** Emergencies that wait for a second person, for a reviewer to be named, or for one's own review. */
  async emergencyNeeds(): Promise<Need[]> {
    return (await this.emergencies.waitingForMe()).map(emergencyNeed);
  }

  private async answersToGive(): Promise<Need[]> {
    return (await this.proposals.waitingFor()).map(({ episodeId, children, proposedBy }) => ({
      what: `${proposedBy} asks you to lead for ${namesOf(children)}`,
      href: `/episodes/${episodeId}`,
      when: null,
      note: 'Waits for your answer',
      act: { text: 'Answer', href: '/proposals' },
    }));
  }

  private reviews(mine: readonly EpisodeListed[]): Need[] {
    const until = addDays(londonDate(now()), REVIEWS_AHEAD);
    return mine
      .filter(
        ({ lead, nextReviewOn }) =>
          lead?.id === actor().practitionerId && nextReviewOn !== null && nextReviewOn <= until,
      )
      .map(({ id, children, nextReviewOn }) => ({
        what: `Review for ${namesOf(children)}`,
        href: `/episodes/${id}`,
        when: nextReviewOn,
        note: null,
        act: { text: 'Hold review', href: `/episodes/${id}/reviews` },
      }));
  }

  private async promised(): Promise<Need[]> {
    const { late, thisWeek } = await this.actions.mine();
    return [...late, ...thisWeek].map(({ episodeId, description, dueOn, children }) => ({
      what: `${description} (${namesOf(children)})`,
      href: `/episodes/${episodeId}/plan`,
      when: dueOn,
      note: null,
      act: { text: 'Mark done', href: `/episodes/${episodeId}/plan` },
    }));
  }

  private async vacancies(): Promise<Need[]> {
    const { items } = await this.lists.list({ scope: 'mine', exception: 'no_lead', limit: MOST });
    return items.map(({ id, children, vacancyDays }) => ({
      what: `${namesOf(children)}: no lead professional`,
      href: `/episodes/${id}`,
      when: null,
      note: `Day ${vacancyDays ?? 0} of vacancy`,
      act: { text: 'Propose a lead', href: `/episodes/${id}/lead-professional/proposals/new` },
    }));
  }

  private async consentsEnding(): Promise<Need[]> {
    const { items } = await this.lists.list({ scope: 'mine', exception: 'consent_ending', limit: MOST });
    return items.map(({ id, children }) => ({
      what: `${namesOf(children)}: the agreement to share ends`,
      href: `/episodes/${id}/consents`,
      when: null,
      note: 'Within 30 days',
      act: { text: 'Ask again', href: `/episodes/${id}/consents` },
    }));
  }
}
