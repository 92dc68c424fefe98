import type { ChronologyEntry } from '#libs/casework/chronology';
import type { SensitiveNote } from '#libs/casework/episodes';
import type { PlanView } from '#libs/casework/plans';
import type { ReviewView } from '#libs/casework/reviews';
import type { InvolvedPractitioner, MeetingView } from '#libs/casework/team';
import type { LevelDecisionView } from '#libs/casework/triangle-of-need';
import { date } from '#libs/page-kit';
import { londonDate } from '#libs/platform';
import {
  ACTION_STATUSES,
  EVERY_CHILD_MATTERS_OUTCOMES,
  OUTCOME_RESULTS,
  REVIEW_TYPES,
  type ReviewType,
} from '#libs/terms';
import { type CopyPassage, linesOf, passage } from './copy.js';

const on = (instant: Date | string): string => date(londonDate(new Date(instant)));

export const levelPassages = (history: readonly LevelDecisionView[]): CopyPassage[] =>
  history.flatMap(({ id, level, reason, evidence, familyView, decidedAt, decidedBy }) =>
    passage(
      'record',
      `level:${id}`,
      `Level ${level.number} ${level.name}, ${on(decidedAt)}`,
      linesOf(
        ['Reason', reason],
        ['Evidence', evidence],
        ['The family’s view', familyView],
        ['Decided by', decidedBy?.name],
      ),
    ),
  );

/** Who works with the family. A sensitive service is named only to readers of the assessment and plan. */
export const teamPassages = (
  workers: readonly InvolvedPractitioner[],
  sensitiveAgencies: ReadonlySet<string>,
): CopyPassage[] =>
  workers.flatMap(({ id, name, jobTitle, telephone, agency }) =>
    passage(
      sensitiveAgencies.has(agency.id) ? 'sensitive_service' : 'record',
      `worker:${id}`,
      name,
      linesOf([null, `${jobTitle}, ${agency.name}`], ['Telephone', telephone]),
    ),
  );

/** Held meetings. Their places are a passage of their own: a place may reveal where a person lives or learns. */
export const meetingPassages = (meetings: readonly MeetingView[], includesPlaces: boolean): CopyPassage[] =>
  meetings.flatMap((meeting) => [
    ...passage(
      'record',
      `meeting:${meeting.id}`,
      `Meeting, ${on(meeting.startsAt)}`,
      linesOf(
        ['Purpose', meeting.purpose],
        ['The child’s view', meeting.childView],
        ['The family’s view', meeting.familyView],
        ['Going well', meeting.goingWell],
        ['Worries', meeting.worries],
        ['Needs to happen', meeting.needsToHappen],
        ['Decisions', meeting.decisions],
      ),
      '',
      meeting.childView,
    ),
    ...(includesPlaces
      ? passage(
          'place',
          `meeting:${meeting.id}:place`,
          `Where we met, ${on(meeting.startsAt)}`,
          meeting.place,
        )
      : []),
    ...notePassages('meeting', meeting.notes),
  ]);

export function planPassages(plan: PlanView | null): CopyPassage[] {
  return (plan?.outcomes ?? []).flatMap((outcome) => [
    ...passage(
      'record',
      `outcome:${outcome.id}`,
      outcome.description,
      linesOf(
        [null, EVERY_CHILD_MATTERS_OUTCOMES[outcome.everyChildMatters]],
        [
          null,
          `From ${outcome.startingScore} to ${outcome.currentScore} of 10${outcome.targetScore === null ? '' : `, target ${outcome.targetScore}`}`,
        ],
        ['Result', outcome.result && OUTCOME_RESULTS[outcome.result]],
      ),
      outcome.topic,
    ),
    ...outcome.actions.flatMap((action) =>
      passage(
        'record',
        `action:${action.id}`,
        action.description,
        linesOf(
          ['By', [action.doer.name, action.doer.practitioner?.agency].filter(Boolean).join(', ')],
          ['When', date(action.dueOn)],
          ['Stands', ACTION_STATUSES[action.status]],
          ['Progress', action.progressNote],
        ),
        action.topic,
      ),
    ),
  ]);
}

/** What a passage of an action says, as columns; null for another passage. */
export function actionCells({
  key,
  text,
}: CopyPassage): readonly [by: string, when: string, status: string] | null {
  if (!key.startsWith('action:')) return null;
  const lines = text.split('\n');
  const take = (label: string): string =>
    lines[0]?.startsWith(label) ? lines.shift()!.slice(label.length) : '';
  const [by, when, status] = [take('By: '), take('When: '), take('Stands: ')];
  return [by, when, [status, lines.join('\n').replace(/^Progress: /, '')].filter(Boolean).join('\n')];
}

export const reviewPassages = (reviews: readonly ReviewView[]): CopyPassage[] =>
  reviews.flatMap((review) => [
    ...passage(
      'record',
      `review:${review.id}`,
      `${REVIEW_TYPES[review.kind as ReviewType]} review, ${date(review.heldOn)}`,
      linesOf(
        ['Present', review.peoplePresent.map(({ name, role }) => `${name}, ${role}`).join('; ')],
        ['What has changed', review.whatHasChanged],
        ['Next steps', review.nextSteps],
        ['Level', `${review.level}. ${review.levelReason}`],
        ['The child’s view', review.childComment],
        ['The parent’s view', review.parentComment],
        ['Next review', review.nextReviewOn && date(review.nextReviewOn)],
      ),
      '',
      review.childComment,
    ),
    ...notePassages('review', review.notes),
  ]);

export const chronologyPassages = (entries: readonly ChronologyEntry[]): CopyPassage[] =>
  entries.flatMap((entry) =>
    passage(
      'record',
      `chronology:${entry.at.toISOString()}:${entry.kind}:${entry.topic ?? ''}:${entry.by?.id ?? ''}:${entry.what}`,
      on(entry.at),
      linesOf(
        [null, entry.what],
        ['What it means', entry.significance],
        ['By', [entry.by?.name, entry.by?.agency].filter(Boolean).join(', ')],
      ),
      entry.topic ?? '',
    ),
  );

const notePassages = (kind: string, notes: readonly SensitiveNote[]): CopyPassage[] =>
  notes.flatMap(({ id, text, topic, writtenBy, writtenAt }) =>
    passage(
      'record',
      `${kind}-note:${id}`,
      `Said at this ${kind}`,
      linesOf([null, text], ['Written', `${on(writtenAt)} by ${writtenBy}`]),
      topic,
    ),
  );
