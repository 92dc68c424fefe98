import { Injectable } from '@nestjs/common';
import { query } from '#libs/platform';
import { day } from './chronology.sql.js';

interface ChildsWords {
  readonly words: string;
  readonly source: string;
  readonly saidAt: Date;
}

/** What the child says, latest first: at reviews, in the assessment and in notes, as far as the reader reaches. */
@Injectable()
export class ChildsWordsService {
  latest(episodeId: string): Promise<ChildsWords[]> {
    return query(WORDS, [episodeId]);
  }
}

const WORDS = `
  select words, source, said_at from (
    select r.child_comment as words, 'At the review' as source, ${day('r.held_on', 'r.recorded_at')} as said_at
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
    select n.what, 'In a note', ${day('n.happened_on', 'n.written_at')} from chronology_notes n where n.episode_id = $1 and n.category = 'childs_words'
  ) said
  where nullif(trim(words), '') is not null
  order by said_at desc limit 4`;
