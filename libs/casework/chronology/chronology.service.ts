import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { EpisodesService } from '#libs/casework/episodes';
import { actor, instantOf, invalid, invalidField, londonDate, newId, now, db, query } from '#libs/platform';
import { isKeyOf } from '#libs/terms';
import { ChronologyNote } from './chronology-note.entity.js';
import { CHRONOLOGY_KINDS, type ChronologyKind, validateNote, type NoteInput } from './chronology.rules.js';
import { type ChronologyEvent, sentenceOf } from './chronology.sentences.js';
import { CHRONOLOGY } from './chronology.sql.js';

export interface ChronologyEntry {
  readonly at: Date;
  readonly kind: ChronologyKind;
  readonly what: string;
  /** Null where the record names no one, as when a person left. */
  readonly by: { readonly id: string; readonly name: string; readonly agency: string | null } | null;
  readonly href: string;
  readonly category: string | null;
  readonly significance: string | null;
  readonly topic: string | null;
  /** Of a note written by hand; a derived event has no row of its own. */
  readonly noteId: string | null;
  /** The practitioner on whose behalf business support wrote it. */
  readonly enteredFor: string | null;
}

interface ChronologyFilter {
  readonly kind?: string;
  readonly since?: Date;
  readonly limit?: number;
  readonly cursor?: string;
}

const PLACES: Record<ChronologyKind, string> = {
  episode: '',
  checklist: '/checklist',
  safety_concern: '/safety-concerns',
  consent: '/consents',
  assessment: '/assessment',
  level: '/assessment',
  step_up: '',
  team: '/team',
  lead: '/team',
  meeting: '/team',
  plan: '/plan',
  review: '/reviews',
  details: '',
  note: '/chronology',
};

/** The story of an episode, derived from every author's records; each reader gets the events within their reach. */
@Injectable()
export class ChronologyService {
  constructor(private readonly episodes: EpisodesService) {}

  /** Events, the latest first; `since` gives only those recorded after that instant. */
  async entries(
    episodeId: string,
    filter: ChronologyFilter = {},
  ): Promise<{ items: ChronologyEntry[]; next: string | null }> {
    await permitOn(episodeId, 'record.read');
    const limit = Math.min(Math.max(Math.trunc(filter.limit ?? 100), 1), 200);
    const { where, values } = conditions(episodeId, filter);
    const rows = await query<Row>(
      `select * from (${CHRONOLOGY}) c where ${where.join(' and ')} order by at desc, key desc limit ${limit + 1}`,
      values,
    );
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => entryOf(episodeId, row)),
      next: rows.length > limit && last ? cursorOf(last) : null,
    };
  }

  /** Events that others added since this reader's last visit; none on the first visit, when everything is new. */
  async sinceLastVisit(episodeId: string, before: Date | null): Promise<ChronologyEntry[]> {
    if (!before) return [];
    const { items } = await this.entries(episodeId, { since: before, limit: 50 });
    return items.filter((entry) => entry.by?.id !== actor().practitionerId);
  }

  /** Writes a note by hand. A contact with the family, or what the child says, also counts as contact on its day. */
  async addNote(episodeId: string, input: NoteInput): Promise<string> {
    await permitOn(episodeId, 'chronology.add', 'add to the chronology');
    await this.episodes.openRecord(episodeId);
    const errors = validateNote(input, londonDate(now()));
    if (errors.length > 0) throw invalid(errors);
    const id = newId();
    await db().insert(ChronologyNote, {
      id,
      episodeId,
      happenedOn: input.happenedOn,
      category: input.category,
      what: input.what,
      significance: input.significance || null,
      topic: input.topic || '',
      writtenBy: actor().practitionerId,
      writtenAt: now(),
      enteredFor: null,
    });
    await audit('add chronology note', 'chronology note', { episodeId, subjectId: id });
    return id;
  }
}

interface Row extends ChronologyEvent {
  readonly key: string;
  readonly at: Date;
  readonly by: ChronologyEntry['by'];
}

function conditions(
  episodeId: string,
  { kind, since, cursor }: ChronologyFilter,
): { where: string[]; values: unknown[] } {
  const values: unknown[] = [episodeId];
  // Future meetings and dates are not history yet.
  const where = [`at <= $${values.push(now())}`];
  if (kind !== undefined && kind !== '') {
    if (!isKeyOf(CHRONOLOGY_KINDS, kind))
      throw invalidField('kind', `The kind must be one of ${Object.keys(CHRONOLOGY_KINDS).join(', ')}`);
    where.push(`kind = $${values.push(kind)}`);
  }
  if (since) where.push(`recorded_at > $${values.push(since)}`);
  if (cursor !== undefined) {
    const [at, key] = readCursor(cursor);
    where.push(`(at, key) < ($${values.push(at)}::timestamptz, $${values.push(key)})`);
  }
  return { where, values };
}

const cursorOf = ({ at, key }: Row): string =>
  Buffer.from(`${at.toISOString()} ${key}`).toString('base64url');

function readCursor(cursor: string): [string, string] {
  const [, at, key] =
    /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z) ([\x20-\x7e]{1,80})$/.exec(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    ) ?? [];
  if (!instantOf(at) || !at || !key) throw invalidField('cursor', 'The cursor must come from a list');
  return [at, key];
}

/** Where the reader finds more of it: a changed field is on the page of changes. */
function placeOf(episodeId: string, { kind, event, facts }: Row): string {
  if (event !== 'field_changed') return `/episodes/${episodeId}${PLACES[kind]}`;
  const childId = facts['childId'];
  return typeof childId === 'string' ? `/children/${childId}/changes` : `/episodes/${episodeId}/plan/changes`;
}

function entryOf(episodeId: string, row: Row): ChronologyEntry {
  const text = (name: string): string | null => (row.facts[name] ? String(row.facts[name]) : null);
  const isNote = row.event === 'note_written';
  return {
    at: row.at,
    kind: row.kind,
    what: sentenceOf(row),
    by: row.by,
    href: placeOf(episodeId, row),
    category: isNote ? text('category') : null,
    significance: isNote ? text('significance') : null,
    noteId: isNote ? row.key : null,
    topic: text('topic'),
    enteredFor: text('enteredFor'),
  };
}
