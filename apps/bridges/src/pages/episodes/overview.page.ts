import type { ComingMeeting } from '#libs/casework/chronology';
import type { EpisodeView } from '#libs/casework/episodes';
import type { ActionView } from '#libs/casework/plans';
import type { LevelStep } from '#libs/casework/triangle-of-need';
import type { JourneyStep } from '#libs/page-kit';
import { londonDate } from '#libs/platform';

interface DueRow {
  readonly what: string;
  readonly href: string;
  readonly when: string;
}

/** What is due, the oldest date first: the review, meetings and open actions. Nothing is due on a closed episode. */
export function dueRows(
  seen: EpisodeView,
  actions: readonly ActionView[],
  meetings: readonly ComingMeeting[],
): DueRow[] {
  if (!seen.open) return [];
  const href = `/episodes/${seen.id}`;
  const review = seen.record?.nextReviewOn;
  const rows = [
    ...(review ? [{ what: 'Review of the plan', href: `${href}/reviews`, when: review }] : []),
    ...meetings.map(({ startsAt, place }) => ({
      what: place ? `Meeting: ${place}` : 'Meeting: the place is protected',
      href: `${href}/team`,
      when: londonDate(startsAt),
    })),
    ...actions
      .filter(({ status }) => status !== 'done' && status !== 'dropped')
      .map((action) => ({
        what: `${action.doer.name}: ${action.description}`,
        href: `${href}/plan`,
        when: action.dueOn,
      })),
  ];
  return rows.sort((a, b) => a.when.localeCompare(b.when));
}

export const journeySteps = (history: readonly LevelStep[]): JourneyStep[] =>
  history.map(({ decidedOn, level }) => ({
    date: decidedOn,
    level: level.number,
    name: level.name,
  }));
