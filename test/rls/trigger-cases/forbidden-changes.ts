import { refuses, type TriggerCase, NO_OPEN_CONCERN } from './case.js';

/** Changes that practice does not allow, whichever program makes them. */
export const FORBIDDEN_CHANGES: readonly TriggerCase[] = [
  refuses(
    'episode_records.check_episode_transition',
    `update episode_records set status = 'delivering' where status in ('checklist', 'registered')`,
  ),
  refuses(
    'safety_concerns.answer_safety_concern',
    `update safety_concerns set action_taken = 'Nothing' where answered_at is not null`,
  ),
  refuses(
    'episodes.check_safety_concerns',
    `update episodes e set closed_at = opened_at + interval '1 day' where closed_at is null and not ${NO_OPEN_CONCERN}`,
  ),
  refuses(
    'assessments.reject_reopening',
    'update assessments set assessor_id = completed_by where completed_at is not null',
  ),
  refuses(
    'assessment_sections.reject_change_of_completed',
    `update assessment_sections s set answers = '{}' from assessments a where a.id = s.assessment_id and a.completed_at is not null`,
  ),
  refuses(
    'assessment_elements.reject_change_of_completed',
    `update assessment_elements l set needs = 'x' from assessments a where a.id = l.assessment_id and a.completed_at is not null`,
  ),
  refuses(
    'child_references.check_reference',
    `update child_references r set number = o.number from child_references o where o.id <> r.id and r.ended_at is null`,
  ),
  refuses(
    'posts.posts_agency_open',
    `with closing as (update agencies set ended_on = current_date
       where id = (select agency_id from posts where ended_at is null order by id limit 1) returning id)
     update posts set ended_at = null where ended_at is null and agency_id in (select id from closing)`,
  ),
];
