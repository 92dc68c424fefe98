import { records } from '#libs/platform';

export interface ChildsWords {
  readonly words: string;
  readonly source: string;
  readonly saidAt: Date;
}
export interface ComingMeeting {
  readonly id: string;
  readonly startsAt: Date;
  readonly place: string | null;
}

/** What the child says, latest first: at reviews, in the assessment and in notes, as far as the reader reaches. */
export const childsWords = (episodeId: string): Promise<ChildsWords[]> => records().query(WORDS, [episodeId]);

/** What has been decided or asked already, and what is planned. */
export interface OverviewFacts {
  /** Of a complete checklist. */
  readonly decision: string | null;
  readonly stepUpWaiting: boolean;
  readonly closureProposed: boolean;
  readonly meetings: readonly ComingMeeting[];
}

export async function overviewFacts(episodeId: string): Promise<OverviewFacts> {
  const [{ meetings, ...facts }] = (await records().query(FACTS, [episodeId])) as [OverviewFacts];
  return { ...facts, meetings: meetings.map((one) => ({ ...one, startsAt: new Date(one.startsAt) })) };
}

const FACTS = `
  select (select decision from checklists where episode_id = $1 and completed_at is not null) as decision,
    exists (select from step_ups where episode_id = $1 and outcome is null) as "stepUpWaiting",
    exists (select from closure_proposals where episode_id = $1 and outcome is null) as "closureProposed",
    (select coalesce(json_agg(json_build_object('id', t.id, 'startsAt', t.starts_at, 'place', w.place) order by t.starts_at, t.id), '[]')
      from tac_meetings t left join meeting_places w on w.meeting_id = t.id
      where t.episode_id = $1 and t.status = 'planned') as meetings`;

const WORDS = `
  select words, source, said_at as "saidAt" from (
    select r.child_comment as words, 'At the review' as source, r.recorded_at as said_at
      from reviews r where r.episode_id = $1
    union all
    select s.answers ->> 'child_comment', 'In the assessment', s.saved_at
      from assessment_sections s join assessments a on a.id = s.assessment_id
      where s.episode_id = $1 and s.section = 'comments'
        and a.number = (select max(n.number) from assessments n where n.episode_id = $1)
    union all
    select t.childs_words, 'In the assessment', t.saved_at
      from assessment_elements t join assessments a on a.id = t.assessment_id
      where t.episode_id = $1 and a.number = (select max(n.number) from assessments n where n.episode_id = $1)
    union all
    select n.what, 'In a note', n.written_at from chronology_notes n where n.episode_id = $1 and n.category = 'childs_words'
  ) said
  where nullif(trim(words), '') is not null
  order by said_at desc limit 4`;
