import { Injectable } from '@nestjs/common';
import { audit, signature } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { MessagesService } from '#libs/casework/episodes';
import {
  actor,
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

/** What a reader of the child may know of the death, with the recorder's name where it may be named. */
export interface DeathView extends DeathDraft {
  readonly beforeBirth: boolean;
  readonly diedOn: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  /** The signed-in practitioner recorded it and can still undo it. */
  readonly mayUndo: boolean;
}

/** A death is recorded once. From then on nothing counts, asks or reminds as if the child were alive. */
@Injectable()
export class ChildDeathsService {
  constructor(
    private readonly children: ChildrenService,
    private readonly messages: MessagesService,
  ) {}

  /** The death recorded for a child within reach; null when there is none. */
  async ofChild(childId: string): Promise<DeathView | null> {
    const [row] = await query<Omit<DeathView, 'mayUndo'> & { isOwn: boolean }>(DEATH, [
      childId,
      actor().practitionerId,
    ]);
    if (!row) return null;
    const { isOwn, ...death } = row;
    return { ...death, mayUndo: isOwn && canBeUndone(death.recordedAt, now()) };
  }

  /** Which of these children have died, as far as the reader may know of them. */
  async diedAmong(childIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await query<{ id: string }>(
      'select child_id as id from child_deaths where child_id = any($1) and undone_at is null',
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
    const errors = validateDeath(draft, { today: londonDate(now()), bornOn: child.dateOfBirth });
    if (errors.length > 0) throw invalid(errors);
    const beforeBirth = child.dateOfBirth === null;
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
    const { affected } = await db().update(
      ChildDeath,
      { childId, undoneAt: IsNull() },
      { undoneBy: actor().practitionerId, undoneAt: now(), undoneBecause: reason.trim() },
    );
    if (affected !== 1) throw conflict('This has already been undone.');
    await this.notify(
      childId,
      'A record has been corrected',
      'recorded by mistake that a child in a family you work with had died, and has corrected it. The record is as it was before.',
    );
    await audit('undo death', 'child', { childId });
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

/** The name is the author's own work: they know of the child, as the reader does. */
const DEATH = `
  select d.before_birth, d.died_on, d.date_known, d.source, d.note, d.recorded_at, d.recorded_by = $2 as is_own,
    case when exists (select from access.people_of_sensitive_agencies() s where s = p.id)
      or exists (select from access.people_of_location_revealing_agencies() s where s = p.id
        and d.child_id in (select access.hidden_children())) then 'A practitioner' else p.name end as recorded_by
  from child_deaths d join practitioners p on p.id = d.recorded_by
  where d.child_id = $1 and d.undone_at is null`;
