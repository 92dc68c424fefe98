import { createHash } from 'node:crypto';
import type pg from 'pg';
import { columnsOf } from '../rls/catalogue.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** How many families get a copy. */
const FAMILIES = 3;
/** Tables that are not copied with a family: index questions by those who do not know of it, and the chain of the log. */
const NOT_COPIED = ['index_question_matches', 'audit.leaves'];

type Row = Readonly<Record<string, unknown>> & { readonly id?: string };
interface Part {
  readonly table: string;
  readonly row: Row;
}

/** For a person who knows of every family of their own authority: copies in another authority. */
export interface Elsewhere {
  readonly without: readonly string[];
  readonly otherwise: Readonly<Record<string, Row>>;
}

export async function inAnotherAuthority(admin: pg.Client): Promise<Elsewhere> {
  const { rows } = await admin.query<{ id: string; authority_id: string }>(
    "select id, authority_id from agencies where name = 'Invented agency elsewhere'",
  );
  const { id, authority_id } = rows[0]!;
  return {
    // Grants are derived anew; the log and access concerns belong to people, who are of this authority.
    without: ['access.grants', 'access.exclusions', 'audit.entries', 'access_concerns', 'emergency_accesses'],
    otherwise: {
      episodes: { authority_id, opening_agency_id: id, locality_id: null },
      children: { locality_id: null },
    },
  };
}

/** The names of the children in the second copied family, which no other child has. */
export const RENAMED = { given_names: 'Zephyrine', family_name: 'Unheardof' } as const;

/**
 * Copies families unknown to this person: same names, street, locality and agency, same practitioners, except that one
 * copy has children with unique names. None is in the index. Returns the number of rows.
 */
export async function addFamilies(
  admin: pg.Client,
  families: readonly string[],
  hidden: ReadonlySet<string>,
  elsewhere?: Elsewhere,
): Promise<number> {
  let added = 0;
  for (const [place, episodeId] of families.slice(0, FAMILIES).entries()) {
    const parts = (await partsOf(admin, episodeId, hidden)).filter(
      ({ table }) => !elsewhere?.without.includes(table),
    );
    const known = new Map(parts.flatMap(({ row }) => (row.id ? [[row.id, copiedId(row.id)] as const] : [])));
    known.set(episodeId, copiedId(episodeId));
    for (const { table, row } of parts) {
      const text = JSON.stringify({
        ...row,
        ...(table === 'children' && place === 1 ? RENAMED : {}),
        ...(table === 'consents' ? { index_agreed: false } : {}),
        ...elsewhere?.otherwise[table],
      });
      const copy = text.replaceAll(UUID, (id) => known.get(id) ?? id);
      await insert(admin, table, inOrder(copy));
    }
    if (elsewhere) await admin.query('select access.refresh_grants(array[$1::uuid])', [copiedId(episodeId)]);
    added += parts.length;
  }
  return added;
}

const ADDED = '01990000-0000-7000-8';
export const isAdded = (idOrPath: string): boolean => idOrPath.includes(ADDED);

/**
 * Children whom this person knows have another record, of which this person knows nothing: once that one is kept, once
 * theirs. No one is kept out of those further records, nor hidden, nor has the child died in them, because that would
 * rightly hold for both.
 */
export async function mergeWithAdded(admin: pg.Client, known: string): Promise<number> {
  const { rowCount } = await admin.query(
    `with mine as (
       select k.id, row_number() over (order by k.id) as place from (${known}) k
     ), others as (
       select k.id, row_number() over (order by k.given_names = $2, k.id) as place from children k
       where k.id::text like $1 || '%'
         and not exists (select from child_names n where n.child_id = k.id and n.sealed_at is not null)
         and not exists (select from shields s where s.child_id = k.id)
         and not exists (select from child_deaths d where d.child_id = k.id)
         and not exists (select from declared_relatives r where r.child_id = k.id)
         and not exists (select from episode_children f join access.own_exclusions x on x.episode_id = f.episode_id
           where f.child_id = k.id)
         and not exists (select from episode_children f join consents c on c.episode_id = f.episode_id
           join consent_people x on x.consent_id = c.id where f.child_id = k.id)
     ), people as (
       select array(select p.id from practitioners p order by p.id limit 2) as ids
     )
     insert into child_merges (id, kept_child_id, other_child_id, reason, proposed_by, proposed_at, decision, decided_by, decided_at)
     select gen_random_uuid(), case when m.place = 1 then m.id else o.id end, case when m.place = 1 then o.id else m.id end,
       'Invented: one child', p.ids[1], platform.now(), 'approved', p.ids[2], platform.now()
     from mine m join others o using (place), people p where m.place <= 2`,
    [ADDED, RENAMED.given_names],
  );
  // As the approval of a merge does, whose trigger is off here.
  await admin.query(`select access.refresh_grants(array(select distinct f.episode_id from child_merges m
    join episode_children f on f.child_id in (m.kept_child_id, m.other_child_id) where m.reason = 'Invented: one child'))`);
  return rowCount ?? 0;
}

/** An id with an old timestamp, derived from the original so that it is the same in every run. */
function copiedId(id: string): string {
  const digest = createHash('sha256').update(id).digest('hex');
  return `${ADDED}${digest.slice(0, 3)}-${digest.slice(3, 15)}`;
}

async function insert(admin: pg.Client, table: string, text: string): Promise<void> {
  const given = (await columnsOf(admin, table))
    .filter((column) => !column.generated)
    .map(({ name }) => `"${name}"`)
    .join(', ');
  await admin.query(
    `insert into ${table} (${given}) select ${given} from jsonb_populate_record(null::${table}, $1::jsonb) on conflict do nothing`,
    [text],
  );
}

/** A tie names the smaller of its two ids first. */
function inOrder(text: string): string {
  const row = JSON.parse(text) as Row;
  for (const side of ['child_id', 'carer_id']) {
    const [one, other] = [row[side], row[`other_${side}`]];
    if (one && other && one > other) Object.assign(row, { [side]: other, [`other_${side}`]: one });
  }
  return JSON.stringify(row);
}

/** Every row of this family, in every table with an episode or child column. */
async function partsOf(admin: pg.Client, episodeId: string, hidden: ReadonlySet<string>): Promise<Part[]> {
  const children = 'select child_id from episode_children where episode_id = $1';
  const carers = `select carer_id from child_carers where child_id in (${children})`;
  const wheres: [table: string, where: string][] = [
    ['episodes', 'id = $1'],
    ['children', `id in (${children})`],
    ['carers', `id in (${carers})`],
    ['carer_contacts', `carer_id in (${carers})`],
    ['carer_changes', `carer_id in (${carers})`],
    ['carer_ties', `carer_id in (${carers})`],
    [
      'households',
      `id in (select household_id from child_stays where child_id in (${children})
        union select household_id from carer_stays where carer_id in (${carers}))`,
    ],
    ['carer_stays', `carer_id in (${carers})`],
  ];
  const { rows } = await admin.query<{ table: string; of: string }>(`
    select c.oid::regclass::text as "table", min(a.attname) filter (where a.attname = 'episode_id') as of
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and n.nspname in ('public', 'audit', 'access') and a.attname in ('episode_id', 'child_id')
    group by c.oid order by 1`);
  for (const { table, of } of rows)
    if (!NOT_COPIED.includes(table))
      wheres.push([table, of === 'episode_id' ? 'episode_id = $1' : `child_id in (${children})`]);
  const parts: Part[] = [];
  for (const [table, where] of wheres) {
    // Rows this person may see, such as an emergency access they review, would also be visible in the copy.
    const rows = hidden.has(table) ? `"unseen ${table}"` : table;
    const result = await admin.query<{ row: Row }>(
      `select ${hidden.has(table) ? 'whole_row' : 'to_jsonb(t)'} as row from ${rows} t where ${where}`,
      [episodeId],
    );
    parts.push(...result.rows.map(({ row }) => ({ table, row })));
  }
  return parts;
}
