import { inGroups, type LogEntry, type LogFilter, type LogState } from '#libs/oversight/access-log';
import { dateTime, plural } from '#libs/page-kit';
import { labelOf, PRACTITIONER_ROLES, type PractitionerRole } from '#libs/terms';

const FIELDS = ['practitionerId', 'practitioner', 'episodeId', 'from', 'to', 'act', 'cursor'] as const;
const LONGEST = 200;

/** Reads the filters from the address. Only single strings are used: the form cannot produce anything else. */
export function filterOf(query: Readonly<Record<string, unknown>>): {
  filter: LogFilter;
  typed: Record<string, string>;
} {
  const asked = FIELDS.flatMap((name) => {
    const value = query[name];
    const text = typeof value === 'string' ? value.trim().slice(0, LONGEST) : '';
    return text ? [[name, text] as const] : [];
  });
  return { filter: Object.fromEntries(asked), typed: Object.fromEntries(asked) };
}

export const filterHref = (filter: LogFilter): string =>
  `/log?${new URLSearchParams({ ...(filter as Record<string, string>) })}`;

export function toLogStateView({ sealed, waiting, last, fingerprint }: LogState) {
  return {
    entries: (sealed + waiting).toLocaleString('en-GB'),
    sealed: last
      ? `${sealed.toLocaleString('en-GB')} in ${plural(last.batch, 'batch', 'batches')}, the last on ${dateTime(last.sealedAt)}`
      : 'None yet',
    waiting: waiting === 0 ? 'None' : waiting.toLocaleString('en-GB'),
    head: last ? inGroups(last.hash.toString('hex')) : null,
    fingerprint: inGroups(fingerprint),
  };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const roleLabel = (role: string): string =>
  role === 'service' ? 'System' : labelOf(PRACTITIONER_ROLES, role as PractitionerRole);

/** The name of the service token, unless it was erased. */
function systemName({ detail }: LogEntry): string {
  const { name } = detail;
  return typeof name === 'string' ? name : 'A system';
}

export function entryRow(entry: LogEntry) {
  return {
    id: entry.id,
    at: entry.at,
    act: sentence(entry.act),
    name: entry.practitioner?.name ?? systemName(entry),
    who: `${roleLabel(entry.role)}, ${entry.agency.name}`,
    mine: entry.practitioner && filterHref({ practitionerId: entry.practitioner.id }),
    episode: entry.episodeId
      ? { text: entry.episodeId.slice(-12), href: filterHref({ episodeId: entry.episodeId }) }
      : null,
    leaf: entry.leaf === null ? 'Waiting to be sealed' : `Leaf ${entry.leaf}`,
  };
}

export function toEntryView(entry: LogEntry) {
  const said = entry.content !== null && !entry.erased;
  const row = entryRow(entry);
  return {
    ...row,
    rows: [
      { key: 'When', value: dateTime(entry.at) },
      { key: 'Who', value: `${row.name}, ${row.who}` },
      { key: 'What', value: row.act },
      { key: 'On', value: sentence(entry.subjectKind) },
      { key: 'Episode', value: entry.episodeId ?? 'None' },
      { key: 'Access route', value: entry.reaches.join(', ') || 'Not needed here' },
      { key: 'Reason given', value: entry.erased && entry.content ? 'Erased' : (entry.reason ?? 'None') },
      {
        key: 'Further detail',
        value: entry.erased && entry.content ? 'Erased' : formatDetail(entry.detail),
      },
      { key: 'Sealed', value: entry.leaf === null ? 'Not yet' : `Leaf ${entry.leaf}, batch ${entry.batch}` },
      ...(entry.hash ? [{ key: 'Hash of the leaf', value: inGroups(entry.hash) }] : []),
    ],
    erasable: said && entry.leaf !== null,
  };
}

function formatDetail(detail: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(detail).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return parts.join('; ') || 'None';
}
