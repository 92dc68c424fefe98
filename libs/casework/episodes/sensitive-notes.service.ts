import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { actor, invalidField, newId, now, db, unreachable, query } from '#libs/platform';
import { isKeyOf, SENSITIVE_TOPICS } from '#libs/terms';
import { EpisodesService } from './episodes.service.js';

/** A confidential note from a meeting or a review: T3, which the database shows to few. */
export interface SensitiveNote {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly writtenBy: string;
  readonly writtenAt: Date;
}
interface SensitiveNoteDraft {
  readonly topic: string;
  readonly text: string;
}

const KINDS = {
  meeting: {
    table: 'meeting_notes',
    column: 'meeting_id',
    whole: 'tac_meetings',
    permission: 'meeting.minute',
  },
  review: { table: 'review_notes', column: 'review_id', whole: 'reviews', permission: 'review.hold' },
} as const;
export type NotedAt = keyof typeof KINDS;
const MAX_LENGTH = 10_000;

/** Sensitive notes beside a meeting or a review, each with its topic. */
@Injectable()
export class SensitiveNotes {
  constructor(private readonly episodes: EpisodesService) {}

  /** Notes that the reader may see, by their meeting or review, the oldest first. */
  async of(kind: NotedAt, episodeId: string): Promise<ReadonlyMap<string, readonly SensitiveNote[]>> {
    const { table, column } = KINDS[kind];
    const rows = await query<SensitiveNote & { at: string }>(
      `select n.${column} as "at", n.id, n.topic, n.text, p.name as written_by, n.written_at
       from ${table} n join practitioners p on p.id = n.written_by where n.episode_id = $1 order by n.written_at, n.id`,
      [episodeId],
    );
    const notes = new Map<string, SensitiveNote[]>();
    for (const { at, ...note } of rows) notes.set(at, [...(notes.get(at) ?? []), note]);
    return notes;
  }

  /** Adds a note under a topic. 404 out of reach, 422 without topic or text; notes do not change afterwards. */
  async add(
    kind: NotedAt,
    episodeId: string,
    at: string,
    { topic, text }: SensitiveNoteDraft,
  ): Promise<string> {
    const { table, column, whole: parentTable, permission } = KINDS[kind];
    await permitOn(episodeId, permission, 'write a restricted note');
    const [occasion] = (await db().query(
      `select from ${parentTable} where episode_id = $1 and id::text = $2`,
      [episodeId, at],
    )) as unknown[];
    if (!occasion) throw unreachable();
    await this.episodes.openRecord(episodeId);
    if (!isKeyOf(SENSITIVE_TOPICS, topic)) throw invalidField('topic', 'Select a topic');
    if (!text.trim()) throw invalidField('text', 'Enter the note');
    if ([...text].length > MAX_LENGTH)
      throw invalidField('text', 'The note must be 10,000 characters or fewer');
    const id = newId();
    await db().query(
      `insert into ${table} (id, ${column}, episode_id, topic, text, written_by, written_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, at, episodeId, topic, text.trim(), actor().practitionerId, now()],
    );
    await audit('write note', kind, { episodeId, subjectId: at });
    return id;
  }
}
