import { Injectable } from '@nestjs/common';
import { askedBefore } from '#libs/casework/births';
import { actor, londonDate, now, query } from '#libs/platform';

export interface OwnMeeting {
  readonly id: string;
  readonly episodeId: string;
  readonly startsAt: string;
  readonly endsAt: string | null;
  /** Whether the reader chairs it or takes notes. */
  readonly keepsMinutes: boolean;
}
/** A baby whose birth was expected and is not recorded. */
export interface OverdueBirth {
  readonly childId: string;
  readonly givenNames: string;
  readonly familyName: string;
  readonly expectedOn: string;
}
export interface OwnDraft {
  readonly kind: 'assessment' | 'checklist';
  readonly episodeId: string;
  readonly begunAt: string;
}

/** What waits for the reader, so that only what does is asked for in full. */
export interface Waiting {
  readonly safetyConcerns: boolean;
  readonly proposals: boolean;
  readonly closures: boolean;
  readonly indexQuestions: boolean;
  readonly explanations: boolean;
  readonly emergencies: boolean;
  /** Access concerns that the reader, as guardian, has to review. */
  readonly accessConcerns: number;
  /** Questions for this coordinator about pages that could not be opened. */
  readonly accessQuestions: number;
  /** The reader's own planned meetings. */
  readonly meetings: readonly OwnMeeting[];
  /** Births that are overdue and that the reader may record. */
  readonly births: readonly OverdueBirth[];
  /** What the reader began and has not completed. */
  readonly drafts: readonly OwnDraft[];
  /** Whether the reader has typed into a form and not sent it. */
  readonly hasUnfinished: boolean;
  /** Where the reader has an action to do. */
  readonly actionEpisodes: readonly string[];
}

@Injectable()
export class WaitingService {
  async forReader(): Promise<Waiting> {
    const [row] = await query<Waiting>(WAITING, [actor().practitionerId, askedBefore(londonDate(now()))]);
    return row!;
  }
}

const WAITING = `
  select exists (select from safety_concerns where answered_at is null) as safety_concerns,
    exists (select from lead_professional_proposals where practitioner_id = $1 and answer is null) as proposals,
    exists (select from closure_proposals where outcome is null and (manager_id = $1 or proposed_by = $1)) as closures,
    exists (select from index_question_matches where answer is null) as index_questions,
    exists (select from access.my_concerns() where state = 'open') as explanations,
    exists (select from emergency_accesses where review_outcome is null) as emergencies,
    (select count(*)::int from access_concerns where state <> 'closed') as access_concerns,
    (select count(*)::int from access_questions where answered_at is null) as access_questions,
    (select coalesce(json_agg(json_build_object('id', m.id, 'episodeId', m.episode_id, 'startsAt', m.starts_at,
      'endsAt', m.ends_at, 'keepsMinutes', m.keeps_minutes)), '[]') from access.own_meetings() m) as meetings,
    (select coalesce(json_agg(json_build_object('childId', b.child_id, 'givenNames', b.given_names, 'familyName', b.family_name,
      'expectedOn', b.expected_on)), '[]') from access.overdue_births($2) b) as births,
    (select coalesce(json_agg(json_build_object('kind', d.kind, 'episodeId', d.episode_id, 'begunAt', d.begun_at)), '[]')
      from access.own_drafts() d) as drafts,
    exists (select from drafts) as has_unfinished,
    array(select distinct episode_id from plan_actions
      where doer_practitioner_id = $1 and status not in ('done', 'dropped')) as action_episodes`;
