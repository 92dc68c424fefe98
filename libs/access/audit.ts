import { actor, newId, now, db, requestId } from '#libs/platform';

interface AuditNote {
  readonly episodeId?: string;
  readonly childId?: string;
  readonly subjectId?: string;
  readonly reaches?: readonly string[];
  readonly reason?: string;
  readonly detail?: Record<string, unknown>;
}

/**
 * Writes the actor and their act to the access log, in the transaction of the act: if the log fails, the act fails.
 * `act` is verb and noun, e.g. 'read episode', 'record consent'; `detail` holds no case content.
 */
export async function audit(act: string, subjectKind: string, note: AuditNote = {}): Promise<void> {
  const { text, values } = auditStatement(act, subjectKind, note);
  await db().query(text, values);
}

/** One act on each of these episodes, in one statement. */
export async function auditEpisodes(act: string, episodeIds: readonly string[]): Promise<void> {
  if (episodeIds.length === 0) return;
  const who = actor();
  await db().query(EACH_EPISODE, [
    ...[episodeIds.map(() => newId()), episodeIds, now(), who.practitionerId, who.agencyId, who.role],
    ...[act, requestId()],
  ]);
}
const EACH_EPISODE = `
  insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, episode_id, reaches, detail, request_id)
  select e.id, $3, $4, $5, $6, $7, 'episode', e.episode_id, '{}', '{}', $8
  from unnest($1::uuid[], $2::uuid[]) e (id, episode_id)`;

/** The same as an SQL statement, to combine with another write; takes $1 to $14. */
export function auditStatement(
  act: string,
  subjectKind: string,
  note: AuditNote,
): { text: string; values: unknown[] } {
  const who = actor();
  return {
    text: `insert into audit.entries (id, at, practitioner_id, agency_id, role, act, subject_kind, subject_id, episode_id,
       child_id, reaches, reason, detail, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      newId(),
      now(),
      who.practitionerId,
      who.agencyId,
      who.role,
      act,
      subjectKind,
      note.subjectId ?? null,
      note.episodeId ?? null,
      note.childId ?? null,
      note.reaches ?? [],
      note.reason ?? null,
      note.detail ?? {},
      requestId(),
    ],
  };
}
