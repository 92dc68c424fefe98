import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { audit } from '#libs/access';
import {
  actor,
  conflict,
  db,
  forbidden,
  invalidField,
  isId,
  newId,
  now,
  query,
  unreachable,
} from '#libs/platform';
import { ChildMerge } from './child-merge.entity.js';
import { assertMayMerge, type Comparison, DuplicatesService, type RecordSide } from './duplicates.service.js';
import { type MergeState, mayUndo, stateOf, UNDO_IS_OVER, undoableUntil } from './merge.rules.js';

export interface MergeView {
  readonly id: string;
  readonly keptChildId: string;
  readonly otherChildId: string;
  readonly state: MergeState;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decisionReason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly undoneBecause: string | null;
  readonly undoneAt: Date | null;
  readonly undoableUntil: Date | null;
  /** The signed-in person may approve or decline it: they did not propose it, and see both records. */
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  readonly mayUndo: boolean;
}
/** Something recorded while two records were kept as one: it stays in the record where it was written. */
export interface WrittenSince {
  readonly childId: string;
  readonly what: string;
  readonly count: number;
}

/** Two records are kept as one child: proposed by one person, approved by another, undone whole within four weeks. */
@Injectable()
export class MergesService {
  constructor(private readonly duplicates: DuplicatesService) {}

  /** Proposals that wait for a decision and that the signed-in person may decide about, or made. */
  async waiting(): Promise<MergeView[]> {
    const rows = await db().find(ChildMerge, { where: { decision: IsNull() }, order: { proposedAt: 'ASC' } });
    const views = [];
    for (const row of rows) views.push(await this.view(row));
    return views;
  }

  /**
   * Proposes to keep one record under the other. 404 unless the signed-in person coordinates for both. Where one of them
   * alone has died, it must be confirmed, because the death will count for both.
   */
  async propose(
    keptChildId: string,
    otherChildId: string,
    reason: string,
    deathConfirmed = false,
  ): Promise<string> {
    await assertMayMerge(keptChildId, otherChildId);
    if (!reason.trim()) throw invalidField('reason', 'Enter why these are records of one child');
    const { died } = await this.duplicates.compare(keptChildId, otherChildId);
    if (died[0] !== died[1] && !deathConfirmed)
      throw invalidField(
        'deathConfirmed',
        'One record says that the child has died, and the other does not. Confirm that the child has died, or correct the record first',
      );
    const id = newId();
    await db().insert(ChildMerge, {
      id,
      keptChildId,
      otherChildId,
      reason: reason.trim(),
      proposedBy: actor().practitionerId,
      proposedAt: now(),
    });
    await this.record('propose merge', { keptChildId, otherChildId });
    return id;
  }

  /** A merge with what it means, for readers of both records; 404 otherwise. */
  async find(id: string): Promise<{ merge: MergeView; comparison: Comparison }> {
    const row = await this.load(id);
    return {
      merge: await this.view(row),
      comparison: await this.duplicates.compare(row.keptChildId, row.otherChildId),
    };
  }

  /** Approves or declines what another person proposed. */
  async decide(id: string, decision: 'approved' | 'declined', reason: string | null): Promise<void> {
    const row = await this.load(id);
    const { state, mayDecide } = await this.view(row);
    if (state !== 'proposed') throw conflict('This has been decided already. Open the page again.');
    if (!mayDecide) throw forbidden('Another person who can see both records approves what you proposed.');
    if (decision === 'declined' && !reason?.trim())
      throw invalidField('decisionReason', 'Enter why the records stay apart');
    await this.change(row, { decision, decisionReason: reason?.trim() || null });
    await this.record(decision === 'approved' ? 'approve merge' : 'decline merge', row);
  }

  /** Takes back one's own proposal. */
  async withdraw(id: string): Promise<void> {
    const row = await this.load(id);
    if (!(await this.view(row)).mayWithdraw) throw conflict('There is no proposal of yours to withdraw.');
    await this.change(row, { decision: 'withdrawn', decisionReason: null });
    await this.record('withdraw merge', row);
  }

  /** Both records are of two children again. Nothing was moved, so nothing has to be moved back. */
  async undo(id: string, reason: string): Promise<void> {
    const row = await this.load(id);
    const { state, mayUndo: may, undoableUntil: until } = await this.view(row);
    if (state !== 'approved') throw conflict('There is no merge to undo.');
    if (!may)
      throw now() >= until!
        ? conflict(UNDO_IS_OVER)
        : forbidden('Only the two people who merged these records can undo it. Ask one of them.');
    if (!reason.trim()) throw invalidField('reason', 'Enter why these are records of two children');
    const { affected } = await db().update(
      ChildMerge,
      { id, undoneAt: IsNull() },
      { undoneBecause: reason.trim(), undoneBy: actor().practitionerId, undoneAt: now() },
    );
    if (affected !== 1) throw conflict('This has already been undone.');
    await this.record('undo merge', row);
  }

  /** The record that this one is kept under, for those who may know of both; null otherwise. */
  async keptRecordOf(childId: string): Promise<string | null> {
    if (!isId(childId)) return null;
    const [row] = await query<{ kept: string | null }>(
      `select k.kept from (select access.kept_record_of($1) as kept) k
       where exists (select from children c where c.id = k.kept) and exists (select from children c where c.id = $1)`,
      [childId],
    );
    return row?.kept ?? null;
  }

  /** The other records of the child, each as far as the reader may see it. */
  async otherRecordsOf(childId: string): Promise<{ mergeId: string; record: RecordSide }[]> {
    const merges = await query<{ id: string; otherChildId: string }>(
      `select id, case when kept_child_id = $1 then other_child_id else kept_child_id end as other_child_id from child_merges
       where $1 in (kept_child_id, other_child_id) and decision = 'approved' and undone_at is null order by decided_at, id`,
      [childId],
    );
    const records = [];
    for (const { id, otherChildId } of merges)
      records.push({ mergeId: id, record: await this.duplicates.side(otherChildId) });
    return records;
  }

  /** What was recorded in both records since they are kept as one, as far as the reader may see it. */
  async writtenSince(id: string): Promise<WrittenSince[]> {
    const { keptChildId, otherChildId, decidedAt } = await this.load(id);
    return query(WRITTEN_SINCE, [[keptChildId, otherChildId], decidedAt]);
  }

  private async load(id: string): Promise<ChildMerge> {
    const row = isId(id) ? await db().findOneBy(ChildMerge, { id }) : null;
    if (!row) throw unreachable();
    return row;
  }

  private async change(
    row: ChildMerge,
    values: Pick<ChildMerge, 'decision' | 'decisionReason'>,
  ): Promise<void> {
    const { affected } = await db().update(
      ChildMerge,
      { id: row.id, decision: IsNull() },
      { ...values, decidedBy: actor().practitionerId, decidedAt: now() },
    );
    if (affected !== 1) throw conflict('This has been decided already. Open the page again.');
  }

  private async record(
    action: string,
    { keptChildId, otherChildId }: Pick<ChildMerge, 'keptChildId' | 'otherChildId'>,
  ) {
    for (const childId of [keptChildId, otherChildId]) await audit(action, 'child', { childId });
  }

  private async view(row: ChildMerge): Promise<MergeView> {
    const me = actor().practitionerId;
    const state = stateOf(row);
    const [names] = await query<{ proposedBy: string; decidedBy: string | null; may: boolean }>(
      `select (select p.name from practitioners p where p.id = $1) as proposed_by,
         (select p.name from practitioners p where p.id = $2) as decided_by, access.can_both('child_merge.decide', $3, $4) as may`,
      [row.proposedBy, row.decidedBy, row.keptChildId, row.otherChildId],
    );
    const { undoneBy: _by, decision: _decision, ...rest } = row;
    return {
      ...rest,
      state,
      proposedBy: names!.proposedBy,
      decidedBy: names!.decidedBy,
      undoableUntil: state === 'approved' ? undoableUntil(row.decidedAt!) : null,
      mayDecide: state === 'proposed' && row.proposedBy !== me && names!.may,
      mayWithdraw: state === 'proposed' && row.proposedBy === me && names!.may,
      mayUndo: names!.may && mayUndo(row, me, now()),
    };
  }
}

const WRITTEN_SINCE = `
  select w.child_id, w.what, count(*)::integer as count from (
    select f.child_id, 'Episodes' as what from episode_children f join episodes e on e.id = f.episode_id where e.opened_at >= $2
    union all select c.child_id, 'Changed details' from child_changes c where c.changed_at >= $2
    union all select n.child_id, 'Other names' from child_names n where n.recorded_at >= $2
    union all select t.child_id, 'Homes' from child_stays t where t.recorded_at >= $2
    union all select s.child_id, 'Schools and settings' from child_schools s where s.recorded_at >= $2
    union all select r.child_id, 'Numbers in other systems' from child_references r where r.recorded_at >= $2) w
  where w.child_id = any($1) group by w.child_id, w.what order by w.what, w.child_id`;
