import { Injectable } from '@nestjs/common';
import { query } from '#libs/platform';

export interface ComingMeeting {
  readonly id: string;
  readonly startsAt: Date;
  readonly place: string | null;
}

/** What has been decided or asked already, and what is planned. */
export interface EpisodeProgress {
  /** Of a complete checklist. */
  readonly decision: string | null;
  readonly stepUpWaiting: boolean;
  readonly closureProposed: boolean;
  readonly meetings: readonly ComingMeeting[];
}

@Injectable()
export class EpisodeProgressService {
  async progress(episodeId: string): Promise<EpisodeProgress> {
    const [row] = await query<EpisodeProgress>(PROGRESS, [episodeId]);
    const { meetings, ...facts } = row!;
    return { ...facts, meetings: meetings.map((one) => ({ ...one, startsAt: new Date(one.startsAt) })) };
  }
}

const PROGRESS = `
  select (select decision from checklists where episode_id = $1 and completed_at is not null) as decision,
    exists (select from step_ups where episode_id = $1 and outcome is null) as step_up_waiting,
    exists (select from closure_proposals where episode_id = $1 and outcome is null) as closure_proposed,
    (select coalesce(json_agg(json_build_object('id', t.id, 'startsAt', t.starts_at, 'place', w.place) order by t.starts_at, t.id), '[]')
      from tac_meetings t left join meeting_places w on w.meeting_id = t.id
      where t.episode_id = $1 and t.status = 'planned') as meetings`;
