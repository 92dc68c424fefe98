import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { actor, conflict, isId, newId, now, db, unreachable, query } from '#libs/platform';
import type { RetentionAction, RetentionClassName, RetentionState, RetentionTrigger } from '#libs/terms';
import { RetentionHold } from './retention.entities.js';
import type { RetentionRule } from './retention.rules.js';

export interface RetentionLine {
  readonly class: RetentionClassName;
  readonly trigger: RetentionTrigger;
  readonly months: number;
  readonly action: RetentionAction;
  readonly source: string;
  readonly dueOn: string;
}
/** Until when an episode is kept and why; `lines` are all the dates that apply. */
export interface RetentionSummary extends RetentionLine {
  readonly held: boolean;
  readonly lines: readonly RetentionLine[];
}
export interface QueueRow extends RetentionLine {
  /** The episode's own id, even when only a tombstone is left of it. */
  readonly id: string;
  readonly children: string | null;
  readonly proposedBy: string | null;
  readonly holdReason: string | null;
}
export interface Tombstone {
  readonly id: string;
  readonly class: RetentionClassName;
  readonly rule: string;
  readonly dueOn: string;
  readonly destroyedAt: Date;
  readonly proposedBy: string;
  readonly approvedBy: string;
}
type HoldView = RetentionHold & {
  readonly placedByName: string | null;
  readonly liftedByName: string | null;
};

/** Retention: the date shown in advance, the queue, and the holds that override it. */
@Injectable()
export class RetentionService {
  /** The rules of this county, which are data. */
  classes(): Promise<RetentionRule[]> {
    return query(
      `select class, applies_to, trigger, months, action, source from retention_classes
       order by class, trigger, action`,
    );
  }

  /** Null while the episode is open, and to a reader who may not know. */
  async keptUntil(episodeId: string): Promise<RetentionSummary | null> {
    if (!isId(episodeId)) return null;
    const rows = await query<RetentionLine & { wins: boolean; held: boolean }>(
      `select class, trigger, months, action, source, due_on, wins, held from access.retention_of($1)`,
      [episodeId],
    );
    const winner = rows.find(({ wins }) => wins);
    if (!winner) return null;
    const { held, ...line } = winner;
    return { ...plain(line), held, lines: rows.map(plain) };
  }

  /** The same, recorded as a visit; 404 out of reach, null while it is open. */
  async readRetentionDate(episodeId: string): Promise<RetentionSummary | null> {
    await permitOn(episodeId, 'retention.read', 'see how long this is kept');
    const summary = await this.keptUntil(episodeId);
    await audit('read retention', 'episode', { episodeId });
    return summary;
  }

  /** Records due, proposed, held or coming, by date, after the row with that id. */
  async queue(
    state: Exclude<RetentionState, 'destroyed'>,
    limit: number,
    after?: string,
  ): Promise<QueueRow[]> {
    if (after !== undefined && !isId(after)) return [];
    const from = after === undefined ? null : await this.dueOnOf(after);
    if (after !== undefined && from === null) return [];
    const rows = await query<QueueRow>(QUEUE, [state, from, after ?? null, limit]);
    await audit('list retention', 'episode', { detail: { state } });
    return rows;
  }

  /** Tombstones of destroyed records, the latest first. */
  async tombstones(limit: number, after?: string): Promise<Tombstone[]> {
    if (after !== undefined && !isId(after)) return [];
    return query(TOMBSTONES, [after ?? null, limit]);
  }

  async holds(episodeId: string): Promise<HoldView[]> {
    return query(HOLDS, [episodeId]);
  }

  /** A legal hold: nothing of this episode is destroyed, whatever its date, until the hold is lifted. */
  async placeHold(episodeId: string, reason: string): Promise<string> {
    await permitOn(episodeId, 'retention.manage', 'place a hold on this record');
    const open = (await this.holds(episodeId)).some(({ liftedAt }) => liftedAt === null);
    if (open) throw conflict('This record is already on hold.');
    const id = newId();
    await db().insert(RetentionHold, {
      id,
      episodeId,
      reason,
      placedBy: actor().practitionerId,
      placedAt: now(),
      liftedBy: null,
      liftedAt: null,
      liftedBecause: null,
    });
    await audit('place hold', 'hold', { episodeId, subjectId: id });
    return id;
  }

  async liftHold(holdId: string, because: string): Promise<string> {
    const hold = isId(holdId) ? await db().findOneBy(RetentionHold, { id: holdId }) : null;
    if (!hold) throw unreachable();
    await permitOn(hold.episodeId, 'retention.manage', 'lift this hold');
    if (hold.liftedAt) throw conflict('This hold has already been lifted.');
    await db().update(
      RetentionHold,
      { id: holdId },
      { liftedBy: actor().practitionerId, liftedAt: now(), liftedBecause: because },
    );
    await audit('lift hold', 'hold', { episodeId: hold.episodeId, subjectId: holdId });
    return hold.episodeId;
  }

  private async dueOnOf(episodeId: string): Promise<string | null> {
    return (await this.keptUntil(episodeId))?.dueOn ?? null;
  }
}

function plain({ class: name, trigger, months, action, source, dueOn }: RetentionLine): RetentionLine {
  return { class: name, trigger, months, action, source, dueOn };
}

const QUEUE = `
  select q.episode_id as id, q.class, q.trigger, q.months, q.action, q.source, q.due_on,
    (select string_agg(btrim(k.given_names || ' ' || k.family_name), ', ' order by f.position) from episode_children f
      join children k on k.id = f.child_id where f.episode_id = q.episode_id) as children,
    (select w.name from destruction_proposals p join practitioners w on w.id = p.proposed_by
      where p.episode_id = q.episode_id and p.declined_at is null) as proposed_by,
    (select h.reason from retention_holds h where h.episode_id = q.episode_id and h.lifted_at is null) as hold_reason
  from access.retention_queue($1, $2, $3, $4) q order by q.due_on, q.episode_id`;

const TOMBSTONES = `
  select t.id, t.class, t.rule, t.due_on, t.destroyed_at, p.name as proposed_by,
    a.name as approved_by
  from tombstones t join practitioners p on p.id = t.proposed_by join practitioners a on a.id = t.approved_by
  where $1::uuid is null or (t.destroyed_at, t.id) < (select b.destroyed_at, b.id from tombstones b where b.id = $1)
  order by t.destroyed_at desc, t.id desc limit $2`;

const HOLDS = `
  select h.id, h.episode_id, h.reason, h.placed_by, h.placed_at,
    h.lifted_by, h.lifted_at, h.lifted_because,
    p.name as placed_by_name, l.name as lifted_by_name
  from retention_holds h join practitioners p on p.id = h.placed_by left join practitioners l on l.id = h.lifted_by
  where h.episode_id = $1 order by h.placed_at desc`;
