import type pg from 'pg';
import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { PersonaDatabase } from './persona-database.js';
import { seededDatabase } from './seeded-database.js';
import { TABLE_PERMISSIONS } from './table-permissions.js';
import { bySize } from '../support/size.js';

/**
 * Lists and caseloads come from access.cases and access.involved, which read each reach once; a page of one episode
 * reads that episode alone. Each row equals what the same person's policies show, and none is missing.
 */
const ALL_PERSONAS = PERSONAS.map(({ key }) => key);
const FOCUSES = bySize(3, 16);
let personaDb: PersonaDatabase;
let drop: () => Promise<void>;
let episodes: string[];
/** From this many on, access.cases reads the tables once instead of looking each episode up. */
let many: number;

beforeAll(async () => {
  const clone = await seededDatabase();
  ({ drop } = clone);
  personaDb = await PersonaDatabase.at(clone.adminUrl);
  // Leads and workers of sensitive services, which the stories have too few of.
  await personaDb.admin.query(`update agencies set sensitive = true where id in (
    select agency_id from lead_professional_appointments where ended_at is null group by agency_id order by count(*), agency_id limit 3)`);
  const { rows } = await personaDb.admin.query<{ id: string }>('select id from episodes order by id');
  episodes = rows.map(({ id }) => id);
  await personaDb.admin.query('analyze episodes');
  many = episodes.length / 10;
}, 300_000);
afterAll(async () => {
  await personaDb?.close();
  await drop?.();
});

const withFocus = async (client: pg.Client, focus: readonly string[] | null): Promise<unknown> =>
  client.query("select access.present_claim(current_setting('bridges.claim'), $1)", [
    focus && `{${focus.join(',')}}`,
  ]);

/** Some episodes within reach, and one outside it. */
async function focusesOf(client: pg.Client): Promise<string[]> {
  await withFocus(client, null);
  const { rows } = await client.query<{ id: string }>("select access.may('episode.read') as id");
  const known = new Set(rows.map(({ id }) => id));
  const others = episodes.filter((id) => !known.has(id));
  return [...[...known].sort().slice(0, FOCUSES), ...others.slice(0, 1)];
}

const TODAY = 'platform.london_date(platform.now()), platform.london_date(platform.now()) + 30';
const CASES = `select * from access.cases($1, ${TODAY}) order by id`;
const BY_POLICIES = `
  select e.id, e.opened_at, e.closed_at, e.locality_id,
    coalesce(e.locality_id = (select a.locality_id from access.actor() a), false)
      or e.id not in (select access.hidden_episodes()) as is_locality_told,
    r.episode_id is not null as has_record, r.status, r.level, r.next_review_on, r.last_contact_on,
    exists (select from lead_professional_appointments a where a.episode_id = e.id and a.ended_at is null)
      or e.id in (select u.episode_id from access.unnamed_leads() u) as has_lead,
    e.id in (select access.may('consent.read')) as is_consent_told,
    exists (select from consents c where c.episode_id = e.id and c.decision in ('given', 'given_in_part')
      and c.valid_until between platform.london_date(platform.now()) and platform.london_date(platform.now()) + 30
      and not exists (select from consents l where l.episode_id = c.episode_id and l.recorded_at > c.recorded_at)
      and not exists (select from consent_withdrawals w where w.consent_id = c.id and w.agency_id is null)) as is_consent_ending,
    e.id in (select access.my_work()) as is_mine,
    case when (select a.role from access.actor() a) = 'manager' then e.id in (select access.agency_work())
      else exists (select from authorships x where x.episode_id = e.id and x.ended_at is null and x.agency_id = $2)
        or exists (select from team_members x where x.episode_id = e.id and x.left_at is null and x.agency_id = $2)
        or exists (select from lead_professional_appointments x
          where x.episode_id = e.id and x.ended_at is null and x.agency_id = $2) end as is_of_my_agency,
    e.id in (select access.may('record.read')) and (e.id in (select u.episode_id from access.unnamed_leads() u) or exists (
      select from (select episode_id, practitioner_id, agency_id from lead_professional_appointments where ended_at is null
        union select episode_id, practitioner_id, agency_id from authorships where ended_at is null) i
      join posts o on o.practitioner_id = i.practitioner_id and o.agency_id = i.agency_id
      where i.episode_id = e.id and platform.is_now(o.began_at, o.ended_at))) as has_responsible
  from episodes e left join episode_records r on r.episode_id = e.id
  where not ($1 and e.closed_at is not null) order by e.id`;

const INVOLVED = 'select * from access.involved() order by 1, 2, 3';
const INVOLVED_BY_POLICIES = `
  select episode_id, practitioner_id, agency_id from authorships where ended_at is null
  union select episode_id, practitioner_id, agency_id from team_members where left_at is null
  union select episode_id, practitioner_id, agency_id from lead_professional_appointments where ended_at is null
  order by 1, 2, 3`;

/** Kinds of rows that must occur for the comparison to prove anything; counted over all personas. */
const OCCURRENCES = {
  has_record: 0,
  'no record': 0,
  'no lead': 0,
  is_consent_told: 0,
  is_consent_ending: 0,
  is_mine: 0,
  is_of_my_agency: 0,
  'locality not told': 0,
  closed: 0,
  involved: 0,
  'involved, not all': 0,
  few: 0,
  many: 0,
};

test.each(ALL_PERSONAS)(
  'the cases of %s are those that their policies show, row for row',
  async (persona) => {
    await personaDb.as(persona, async (client) => {
      const everyone = (await personaDb.admin.query(INVOLVED_BY_POLICIES)).rows.length;
      const some = await focusesOf(client);
      for (const focus of [null, [], ...some.map((id) => [id]), some, episodes]) {
        await withFocus(client, focus);
        for (const onlyOpen of [true, false]) {
          const cases = (await client.query<Record<string, unknown>>(CASES, [onlyOpen])).rows;
          const { rows } = await client.query(BY_POLICIES, [onlyOpen, personaDb.actor(persona).agencyId]);
          expect({ focus, onlyOpen, cases }).toEqual({ focus, onlyOpen, cases: rows });
          for (const row of cases) countOccurrences(row);
          if (cases.length > 0) OCCURRENCES[cases.length < many ? 'few' : 'many'] += 1;
        }
        const involved = (await client.query(INVOLVED)).rows;
        expect({ focus, involved }).toEqual({
          focus,
          involved: (await client.query(INVOLVED_BY_POLICIES)).rows,
        });
        OCCURRENCES.involved += involved.length;
        if (focus === null && involved.length > 0 && involved.length < everyone)
          OCCURRENCES['involved, not all'] += 1;
      }
    });
  },
  120_000,
);

function countOccurrences(row: Record<string, unknown>): void {
  for (const name of Object.keys(OCCURRENCES) as (keyof typeof OCCURRENCES)[])
    if (row[name] === true) OCCURRENCES[name] += 1;
  if (!row['has_record']) OCCURRENCES['no record'] += 1;
  if (!row['has_lead']) OCCURRENCES['no lead'] += 1;
  if (!row['is_locality_told']) OCCURRENCES['locality not told'] += 1;
  if (row['closed_at']) OCCURRENCES.closed += 1;
}

const WORKED_OUT = {
  locality: ['is_locality_told'],
  lead: ['has_lead'],
  consent: ['is_consent_told', 'is_consent_ending'],
  agency: ['is_of_my_agency'],
};

test.each(ALL_PERSONAS)(
  'of the cases of %s, what is not asked for is null, and the rest as ever',
  async (persona) => {
    await personaDb.as(persona, async (client) => {
      await withFocus(client, null);
      const ask = async (wanted: readonly string[]) =>
        (
          await client.query<Record<string, unknown>>(
            `select * from access.cases(false, ${TODAY}, false, $1) order by id`,
            [wanted],
          )
        ).rows;
      const whole = await ask(Object.keys(WORKED_OUT));
      for (const wanted of [[], ...Object.keys(WORKED_OUT).map((name) => [name])]) {
        const unasked = Object.entries(WORKED_OUT).flatMap(([name, columns]) =>
          wanted.includes(name) ? [] : columns.map((column) => [column, null]),
        );
        const expected = whole.map((row) => ({ ...row, ...(Object.fromEntries(unasked) as object) }));
        expect({ wanted, cases: await ask(wanted) }).toEqual({ wanted, cases: expected });
      }
    });
  },
);

test('every kind of case occurred', () => {
  expect(Object.entries(OCCURRENCES).filter(([, times]) => times === 0)).toEqual([]);
});

test('among them were cases led by a sensitive service, hidden cases, and cases that exclude a practitioner', async () => {
  const met = { sensitive: 0, protected: 0, cut: 0, support: 0, sample: 0, panel: 0, emergency: 0 };
  for (const persona of ALL_PERSONAS)
    await personaDb.as(persona, async (client) => {
      const { rows } = await client.query<{ why: 'sensitive' | 'protected' }>(
        'select why from access.unnamed_leads()',
      );
      for (const { why } of rows) met[why] += 1;
      const reaches = await client.query<{ reach: string }>(
        'select distinct a.reach from unnest($1::uuid[]) e (id), access.abilities(e.id) a',
        [episodes],
      );
      for (const { reach } of reaches.rows) if (reach in met) met[reach as keyof typeof met] += 1;
    });
  const { rows } = await personaDb.admin.query<{ practitioner_id: string }>(
    'select practitioner_id from access.exclusions where begins <= platform.now() and ends > platform.now()',
  );
  const cut = new Set(rows.map((row) => row.practitioner_id));
  met.cut = PERSONAS.filter(({ practitionerId }) => cut.has(practitionerId)).length;
  expect(Object.entries(met).filter(([, times]) => times === 0)).toEqual([]);
}, 60_000);

interface Shown {
  readonly table: string;
  readonly row: string;
  readonly about: string | null;
}

test.each(ALL_PERSONAS)(
  'a focus shows %s no further row, and every row of its episodes, in every table',
  async (persona) => {
    const { rows: tables } = await personaDb.admin.query<{ name: string; own: boolean; of_child: boolean }>(`
    select c.oid::regclass::text as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'episode_id' and not a.attisdropped) as own,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped) as of_child
    from pg_class c where c.relkind = 'r' and c.relrowsecurity and has_table_privilege('bridges_app', c.oid, 'select') order by 1`);
    const everything = tables
      .filter(({ name }) => TABLE_PERMISSIONS[name])
      .map(({ name, own, of_child }) => {
        const about =
          name === 'episodes'
            ? 't.id'
            : own
              ? 't.episode_id'
              : of_child || name === 'children'
                ? `(select f.episode_id from episode_children f where f.child_id = t.${name === 'children' ? 'id' : 'child_id'} limit 1)`
                : 'null';
        return `select '${name}' as "table", md5(t::text) as row, ${about}::text as about from ${name} t`;
      })
      .join(' union all ');
    await personaDb.as(persona, async (client) => {
      const visibleRows = async (focus: string[] | null): Promise<Shown[]> => {
        await withFocus(client, focus);
        return (await client.query<Shown>(everything)).rows;
      };
      const key = ({ table, row }: Shown): string => `${table} ${row}`;
      const some = await focusesOf(client);
      const whole = await visibleRows(null);
      const known = new Set(whole.map(key));
      for (const id of some) {
        const narrowed = await visibleRows([id]);
        const seen = new Set(narrowed.map(key));
        expect({ id, more: [...seen].filter((one) => !known.has(one)) }).toEqual({ id, more: [] });
        const fewer = whole.filter((one) => one.about === id && !seen.has(key(one)));
        expect({ id, fewer }).toEqual({ id, fewer: [] });
      }
    });
  },
  120_000,
);
