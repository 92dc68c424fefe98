import { canonicalJson, type Json } from './canonical-json.js';
import { leafHash, sha256 } from './merkle.js';

/** An entry as `ENTRY_COLUMNS` reads it. Null for a leaf whose entry is out of reach. */
export interface EntryRow {
  readonly id: string;
  /** ISO 8601, UTC, milliseconds (or microseconds where there are any). */
  readonly at: string;
  /** Null for a system of an agency. */
  readonly practitionerId: string | null;
  readonly agencyId: string;
  readonly role: string;
  readonly act: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly episodeId: string | null;
  readonly childId: string | null;
  readonly reaches: readonly string[];
  readonly requestId: string | null;
  /** The content, which may be erased; `detail` is JSON as Postgres writes it. */
  readonly reason: string | null;
  readonly detail: string;
  readonly salt: Buffer | null;
}

/** Formats instants in SQL: no digit of the row may be lost, or a change to it would go unnoticed. */
const AT = `case when e.at >= '0001-01-01Z' and e.at < '10000-01-01Z'
  then regexp_replace(to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '000$', '') || 'Z'
  else (e.at at time zone 'UTC')::text end`;

export const ENTRY_COLUMNS = `
  e.id, ${AT} as at, e.practitioner_id as "practitionerId", e.agency_id as "agencyId", e.role, e.act,
  e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.episode_id as "episodeId", e.child_id as "childId",
  e.reaches, e.request_id as "requestId", e.reason, e.detail::text as detail, e.salt`;

export const saysAnything = ({ reason, detail }: EntryRow): boolean => reason !== null || detail !== '{}';

/** The salted digest of the content, or null when there was none. */
export function contentDigest(entry: EntryRow): Buffer | null {
  if (!saysAnything(entry)) return null;
  return sha256(entry.salt ?? Buffer.alloc(0), canonicalJson({ detail: entry.detail, reason: entry.reason }));
}

/** The sealed part of an entry: who, what, when, about which ids, by which reach; the content only as a digest. */
export function leafOf(entry: EntryRow, content: Buffer | null): Record<string, Json> {
  return {
    act: entry.act,
    agencyId: entry.agencyId,
    at: entry.at,
    childId: entry.childId,
    content: content?.toString('hex') ?? null,
    episodeId: entry.episodeId,
    id: entry.id,
    practitionerId: entry.practitionerId,
    reaches: entry.reaches,
    requestId: entry.requestId,
    role: entry.role,
    subjectId: entry.subjectId,
    subjectKind: entry.subjectKind,
  };
}

export const hashOfEntry = (entry: EntryRow, content: Buffer | null): Buffer =>
  leafHash(canonicalJson(leafOf(entry, content)));
