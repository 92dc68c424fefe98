import { Injectable } from '@nestjs/common';
import { audit, permitOn, signature } from '#libs/access';
import { EpisodesService, MessagesService } from '#libs/casework/episodes';
import { type NamedAuthor, peopleNamed } from '#libs/directory';
import { actor, invalid, newId, now, db, query } from '#libs/platform';
import type { LevelOccasion } from '#libs/terms';
import { isStepDown, occasionOf, assertMayChangeLevel } from './level.rules.js';
import { LevelDecision } from './triangle.entities.js';

export interface LevelDraft {
  readonly level: number;
  readonly reason: string;
  readonly evidence?: string | null;
  readonly familyView: string;
  /** Given by a review, a closure or a step-up; otherwise derived from who decides and when. */
  readonly occasion?: LevelOccasion;
  readonly stepUpId?: string;
  /** The day of the review at which it was decided; otherwise today. */
  readonly decidedOn?: string;
}
/** A level on the journey of an episode, and since when. */
export interface LevelStep {
  readonly level: { readonly number: number; readonly name: string };
  readonly decidedAt: Date;
  /** The day that the decision is about, which is earlier when a review was written up late. */
  readonly decidedOn: string;
}
export interface LevelDecisionView extends LevelStep {
  readonly id: string;
  readonly from: { readonly number: number; readonly name: string } | null;
  readonly reason: string;
  readonly evidence: string | null;
  readonly familyView: string;
  readonly occasion: LevelOccasion;
  readonly stepUpId: string | null;
  readonly decidedBy: NamedAuthor | null;
  readonly decidedRole: string;
}

/** The level of need of an episode: judged by people, with a reason and the family's view, never by points. */
@Injectable()
export class LevelsService {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly messages: MessagesService,
  ) {}

  /** Decides the level; returns the decision's id. 403 for level 4 from anyone but the front door. */
  async decideLevel(episodeId: string, draft: LevelDraft): Promise<string> {
    const abilities = await permitOn(episodeId, 'level.decide', 'decide the level of need');
    const record = await this.episodes.openRecord(episodeId);
    assertMayChangeLevel(record.level, draft.level, abilities);
    assertFilled(draft);
    const stepsDown = isStepDown(record.level, draft.level);
    const who = actor();
    const id = newId();
    await db().insert(LevelDecision, {
      id,
      episodeId,
      fromLevel: record.level,
      level: draft.level,
      reason: draft.reason.trim(),
      evidence: draft.evidence?.trim() || null,
      familyView: draft.familyView.trim(),
      occasion: stepsDown ? 'step_down' : (draft.occasion ?? occasionOf(record.status, abilities)),
      stepUpId: draft.stepUpId ?? null,
      decidedBy: who.practitionerId,
      decidedRole: who.role,
      decidedAt: now(),
      decidedOn: draft.decidedOn ?? null,
    });
    if (stepsDown) await this.notifyOfStepDown(episodeId, draft.level);
    await audit('decide level', 'level decision', {
      episodeId,
      subjectId: id,
      detail: { from: record.level, level: draft.level },
    });
    return id;
  }

  /** The levels, the newest first, without who decided; 404 below T2. */
  async journey(episodeId: string): Promise<LevelStep[]> {
    await permitOn(episodeId, 'record.read');
    return query(HISTORY, [episodeId]);
  }

  /**
   * The practitioners who work with the family learn that level 4 has ended, so that paused work can go on, or close.
   */
  private async notifyOfStepDown(episodeId: string, level: number): Promise<void> {
    const workers = await query<{ id: string }>(WORKERS, [episodeId]);
    const body = `${await signature(episodeId)}, stepped an episode down from level 4 to level ${level}. It stays open with its team and lead professional, and can be closed when the work is done.`;
    for (const { id } of workers)
      await this.messages.send(
        id,
        'Social care stepped an episode down',
        body,
        `/episodes/${episodeId}/level`,
      );
  }

  /** Every decision, the newest first; 404 below T2. */
  async history(episodeId: string): Promise<LevelDecisionView[]> {
    await permitOn(episodeId, 'record.read');
    const rows = await query<
      Omit<LevelDecisionView, 'decidedBy'> & {
        decidedBy: string;
      }
    >(HISTORY, [episodeId]);
    const people = await peopleNamed(
      rows.map((row) => row.decidedBy),
      episodeId,
    );
    return rows.map((row) => ({ ...row, decidedBy: people.get(row.decidedBy) ?? null }));
  }
}

function assertFilled({ reason, familyView }: LevelDraft): void {
  const errors = [
    ...(reason.trim() ? [] : [{ field: 'reason', message: 'Enter the reason for this level' }]),
    ...(familyView.trim()
      ? []
      : [{ field: 'familyView', message: 'Enter what the family thinks of this level' }]),
  ];
  if (errors.length > 0) throw invalid(errors);
}

const WORKERS = `
  select coalesce(practitioner_id, seer) as id from access.closure_recipients($1) where part in ('lead', 'author', 'team')`;

const HISTORY = `
  select d.id, case when f.number is null then null else json_build_object('number', f.number, 'name', f.name) end as "from",
    json_build_object('number', l.number, 'name', l.name) as level, d.reason, d.evidence, d.family_view,
    d.occasion, d.step_up_id, d.decided_by, d.decided_role, d.decided_at,
    access.level_day(d.decided_on, d.decided_at)::text as decided_on
  from level_decisions d join levels_of_need l on l.number = d.level left join levels_of_need f on f.number = d.from_level
  where d.episode_id = $1 order by access.level_day(d.decided_on, d.decided_at) desc, d.decided_at desc, d.id desc`;
