import { Injectable } from '@nestjs/common';
import { permitOn } from '#libs/access';
import { type NamedAuthor, peopleNamed } from '#libs/directory';
import { db, unreachable, query } from '#libs/platform';
import { answerDueOn } from './step-up.rules.js';
import { StepUp } from './triangle.entities.js';

export interface StepUpView extends Omit<StepUp, 'raisedBy' | 'outcomeBy'> {
  readonly raisedBy: NamedAuthor | null;
  readonly outcomeBy: NamedAuthor | null;
  /** The day by which the front door should have answered. */
  readonly answerDueOn: string;
}
/** One row of the front door's queue. */
export interface StepUpWaiting extends StepUpView {
  readonly level: { readonly number: number; readonly name: string } | null;
  readonly children: readonly {
    readonly id: string;
    readonly givenNames: string;
    readonly familyName: string;
    readonly dateOfBirth: string | null;
  }[];
  /** Who to phone about the family; null when there is no lead, or none who is named to the reader. */
  readonly lead: { readonly name: string; readonly telephone: string | null } | null;
}

/** Step-ups as the reader may see them. */
@Injectable()
export class StepUpsReadingService {
  /** The step-ups of an episode, the newest first; 404 below T2. */
  async ofEpisode(episodeId: string): Promise<StepUpView[]> {
    await permitOn(episodeId, 'record.read');
    const rows = await db().find(StepUp, {
      where: { episodeId },
      order: { raisedAt: 'DESC', id: 'DESC' },
    });
    const views: StepUpView[] = [];
    for (const row of rows) views.push(await this.signed(row));
    return views;
  }

  async find(episodeId: string, id: string): Promise<StepUpView> {
    const row = await db().findOneBy(StepUp, { id, episodeId });
    if (!row) throw unreachable();
    return this.signed(row);
  }

  /** Unanswered step-ups within reach, the longest wait first. */
  async queue(): Promise<StepUpWaiting[]> {
    const rows = await query<StepUp & Pick<StepUpWaiting, 'level' | 'children' | 'lead'>>(QUEUE);
    const waiting: StepUpWaiting[] = [];
    for (const { level, children, lead, ...row } of rows)
      waiting.push({ ...(await this.signed(row)), level, children, lead });
    return waiting;
  }

  async signed({ raisedBy, outcomeBy, ...row }: StepUp): Promise<StepUpView> {
    const people = await peopleNamed(
      [raisedBy, outcomeBy].filter((id): id is string => Boolean(id)),
      row.episodeId,
    );
    return {
      ...row,
      answerDueOn: answerDueOn(row.raisedAt),
      raisedBy: people.get(raisedBy) ?? null,
      outcomeBy: (outcomeBy && people.get(outcomeBy)) || null,
    };
  }
}

const QUEUE = `
  select u.id, u.episode_id, u.reason, u.evidence, u.family_agreement,
    u.family_agreement_note, u.raised_by, u.raised_role, u.raised_at, u.outcome, u.outcome_reason,
    u.outcome_by, u.outcome_at,
    (select json_build_object('number', l.number, 'name', l.name) from episode_records r
      join levels_of_need l on l.number = r.level where r.episode_id = u.episode_id) as level,
    (select json_agg(json_build_object('id', k.id, 'givenNames', k.given_names, 'familyName', k.family_name,
        'dateOfBirth', k.date_of_birth) order by f.position)
      from episode_children f join children k on k.id = f.child_id where f.removed_at is null and f.episode_id = u.episode_id) as children,
    (select json_build_object('name', p.name, 'telephone', p.telephone)
      from lead_professional_appointments a join practitioners p on p.id = a.practitioner_id
      where a.episode_id = u.episode_id and a.ended_at is null) as lead
  from step_ups u
  join episodes e on e.id = u.episode_id and e.closed_at is null
  where u.outcome is null
  order by u.raised_at, u.id`;
