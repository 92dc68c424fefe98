import { Injectable } from '@nestjs/common';
import { audit, signature } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { MessagesService } from '#libs/casework/episodes';
import {
  actor,
  bornBetween,
  conflict,
  db,
  forbidden,
  invalid,
  invalidField,
  londonDate,
  newId,
  now,
  query,
} from '#libs/platform';
import { IsNull } from 'typeorm';
import { ChildDeath } from './child-death.entity.js';
import { canBeUndone, type DeathDraft, UNDO_DEATH_DAYS, validateDeath } from './child-death.rules.js';

/**
 * What a reader of the child may know of the death, with the recorder's name where it may be named. Where it is recorded
 * in another record of the child, which the reader cannot read, the fact alone: the rest is null.
 */
export interface DeathView extends Omit<DeathDraft, 'source'> {
  readonly beforeBirth: boolean;
  readonly diedOn: string | null;
  readonly source: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date | null;
  /** The signed-in practitioner recorded it and can still undo it. */
  readonly mayUndo: boolean;
}

/** The death as it is stored, of this child or of another record of the same child. */
type StoredDeath = Omit<DeathView, 'mayUndo'> & { readonly recordOf: string | null; readonly isOwn: boolean };

/** A death is recorded once. From then on nothing counts, asks or reminds as if the child were alive. */
@Injectable()
export class ChildDeathsService {
  constructor(
    private readonly children: ChildrenService,
    private readonly messages: MessagesService,
  ) {}

  /** The death recorded for a child within reach; null when there is none. */
  async ofChild(childId: string): Promise<DeathView | null> {
    const stored = await this.stored(childId);
    if (!stored) return null;
    const { isOwn, recordOf: _recordOf, ...death } = stored;
    return { ...death, mayUndo: isOwn && canBeUndone(death.recordedAt!, now()) };
  }

  /** Which of these children have died, as far as the reader may know of them. */
  async diedAmong(childIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (childIds.length === 0) return new Set();
    const rows = await query<{ id: string }>(
      'select id from unnest($1::uuid[]) k (id) where id = any(array(select access.dead_children()))',
      [childIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** May the signed-in practitioner record it: author, lead professional, manager or coordinator? */
  async mayRecord(childId: string): Promise<boolean> {
    const [row] = (await query<{ may: boolean }>(
      "select $1::uuid in (select access.may_child('death.record')) as may",
      [childId],
    )) as [{ may: boolean }];
    return row.may;
  }

  /** Records a death, or that a pregnancy ended without a birth. Colleagues who work with the family are told once. */
  async record(childId: string, draft: DeathDraft): Promise<void> {
    const { child } = await this.children.find(childId);
    if (!(await this.mayRecord(childId)))
      throw forbidden('You cannot record this. Tell the lead professional or the coordinator.');
    if (await this.ofChild(childId)) throw conflict('This has already been recorded.');
    const errors = validateDeath(draft, {
      today: londonDate(now()),
      bornOn: bornBetween(child)?.earliest ?? null,
    });
    if (errors.length > 0) throw invalid(errors);
    const beforeBirth = bornBetween(child) === null;
    await db().insert(ChildDeath, {
      id: newId(),
      childId,
      beforeBirth,
      diedOn: draft.diedOn ?? null,
      dateKnown: draft.dateKnown,
      source: draft.source,
      note: draft.note ?? null,
      recordedBy: actor().practitionerId,
      recordedAt: now(),
    });
    await this.notify(
      childId,
      'Please read this before you contact a family',
      beforeBirth
        ? 'recorded that a pregnancy in a family you work with has ended. Nothing in the record asks about the baby any more. Speak to the lead professional before you contact the family.'
        : 'recorded that a child in a family you work with has died. Reminders about the child have stopped. Speak to the lead professional before you contact the family.',
    );
    await audit('record death', 'child', { childId, detail: { beforeBirth } });
  }

  /** Undoes what was recorded in error: by its recorder, within 28 days. */
  async undo(childId: string, reason: string): Promise<void> {
    await this.children.find(childId);
    const death = await this.ofChild(childId);
    if (!death) throw conflict('Nothing is recorded that could be undone.');
    if (!death.mayUndo)
      throw forbidden(
        `Only the person who recorded this can undo it, for ${UNDO_DEATH_DAYS} days. Ask them, or information governance.`,
      );
    if (!reason.trim()) throw invalidField('reason', 'Enter why this was recorded in error');
    const { recordOf } = (await this.stored(childId))!;
    const { affected } = await db().update(
      ChildDeath,
      { childId: recordOf!, undoneAt: IsNull() },
      { undoneBy: actor().practitionerId, undoneAt: now(), undoneBecause: reason.trim() },
    );
    if (affected !== 1) throw conflict('This has already been undone.');
    await this.notify(
      recordOf!,
      'A record has been corrected',
      'recorded by mistake that a child in a family you work with had died, and has corrected it. The record is as it was before.',
    );
    await audit('undo death', 'child', { childId });
  }

  private async stored(childId: string): Promise<StoredDeath | undefined> {
    const [row] = await query<StoredDeath>(DEATH, [childId, actor().practitionerId]);
    return row;
  }

  /** The others who work with the family and may know of the child, each once. A message names no person. */
  private async notify(childId: string, subject: string, what: string): Promise<void> {
    const recipients = await query<{ seer: string; episodeId: string }>(
      'select seer, episode_id from access.death_recipients($1)',
      [childId],
    );
    for (const { seer, episodeId } of recipients)
      await this.messages.send(
        seer,
        subject,
        `${await signature(episodeId)}, ${what}`,
        `/episodes/${episodeId}`,
      );
  }
}

/**
 * The name is the author's own work: they know of the child, as the reader does. Of two records that are kept as one, the
 * death that is recorded in this one, else that of the other, for readers of both.
 */
const DEATH = `
  select coalesce(d.before_birth, k.born_earliest is null) as before_birth, d.died_on, coalesce(d.date_known, 'not_known') as date_known,
    d.source, d.note, d.recorded_at, d.child_id as record_of, coalesce(d.recorded_by = $2, false) as is_own,
    case when exists (select from access.people_of_sensitive_agencies() s where s = p.id)
      or exists (select from access.people_of_location_revealing_agencies() s where s = p.id
        and d.child_id in (select access.hidden_children())) then 'A practitioner' else p.name end as recorded_by
  from children k
  left join lateral (
    select t.* from child_deaths t where t.undone_at is null and (t.child_id = k.id or exists (
      select from child_merges m where m.decision = 'approved' and m.undone_at is null
        and (m.kept_child_id, m.other_child_id) in ((k.id, t.child_id), (t.child_id, k.id))))
    order by t.child_id = k.id desc limit 1) d on true
  left join practitioners p on p.id = d.recorded_by
  where k.id = $1 and (d.id is not null or k.id = any(array(select access.dead_children())))`;
