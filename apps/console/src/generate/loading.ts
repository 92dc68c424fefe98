import type pg from 'pg';
import { type Directory, numbered, type Place } from './directory.js';

/**
 * Tables whose triggers are disabled while a whole county is loaded; the loaded rows include what the triggers would
 * have written.
 */
const LOADED = [
  'children',
  'child_details',
  'child_contacts',
  'carers',
  'carer_contacts',
  'child_carers',
  'episodes',
  'episode_children',
  'authorships',
  'episode_records',
  'consents',
  'consent_agencies',
  'consent_withdrawals',
  'assessments',
  'step_ups',
  'level_decisions',
  'team_members',
  'lead_professional_appointments',
  'reviews',
  'delivery_plans',
  'plan_outcomes',
  'outcome_scores',
  'plan_actions',
  'closures',
] as const;
const REACHES = 'access.grants';
const NAMES = 'child_name_keys';

/** One transaction as the owner: rows are inserted as the loader, and grants are derived from them at the end. */
export class Loading {
  private readonly indexes = new Map<string, string[]>();
  private constructor(
    private readonly client: pg.Client,
    private readonly say: (line: string) => void,
  ) {}

  static async begin(client: pg.Client, say: (line: string) => void): Promise<Loading> {
    await client.query('set role bridges_owner');
    await client.query('begin');
    await client.query("set local work_mem = '128MB'; set local maintenance_work_mem = '256MB'");
    await client.query("select pg_advisory_xact_lock(hashtext('bridges generate'))");
    const loading = new Loading(client, say);
    await loading.draw('g_known', 'create temp table g_known (id uuid) on commit drop');
    await client.query('grant insert on g_known to bridges_loader');
    await loading.asLoader(() => client.query('insert into g_known select id from episodes'));
    for (const table of LOADED) await client.query(`alter table ${table} disable trigger user`);
    for (const table of [...LOADED, REACHES, NAMES]) await loading.setIndexesAside(table);
    return loading;
  }

  /** Restores indexes and triggers, derives the keys of names and all grants, and commits; returns the number of new grants. */
  async finish(): Promise<number> {
    await this.step('Indexes', async () => {
      for (const table of LOADED) await this.indexAgain(table);
    });
    await this.step('Names', async () => {
      await this.indexNames();
      await this.indexAgain(NAMES);
    });
    let grants = 0;
    await this.step('Reaches', async () => {
      grants = await this.grant();
      await this.indexAgain(REACHES);
    });
    for (const table of LOADED) await this.client.query(`alter table ${table} enable trigger user`);
    await this.client.query('commit');
    return grants;
  }

  /** The same rows as the triggers of `children` would write. */
  private async indexNames(): Promise<void> {
    await this.client.query('set local role bridges_reach');
    await this.client.query(
      `select access.index_names(array(select k.id from children k
         where not exists (select from ${NAMES} n where n.name_id = k.id)))`,
    );
    await this.client.query('set local role bridges_owner');
    await this.client.query('analyze name_words');
  }

  // The same rows as access.refresh_grants would write, for every new episode at once.
  private async grant(): Promise<number> {
    await this.client.query('set local role bridges_reach');
    const { rowCount } = await this.client.query(
      `insert into ${REACHES} select * from access.derived_grants where episode_id not in (select id from g_known)`,
    );
    await this.client.query('set local role bridges_owner');
    return rowCount ?? 0;
  }

  /** Building a non-unique index once at the end costs less than maintaining it row by row. */
  private async setIndexesAside(table: string): Promise<void> {
    const { rows } = await this.client.query<{ name: string; definition: string }>(
      `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
       where i.indrelid = $1::regclass and not i.indisunique and not i.indisexclusion`,
      [table],
    );
    this.indexes.set(
      table,
      rows.map(({ definition }) => definition),
    );
    for (const { name } of rows) await this.client.query(`drop index ${name}`);
  }

  private async indexAgain(table: string): Promise<void> {
    for (const definition of this.indexes.get(table) ?? []) await this.client.query(definition);
    await this.client.query(`analyze ${table}`);
  }

  async step(what: string, work: () => Promise<void>): Promise<void> {
    const began = Date.now();
    await work();
    this.say(`${what} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  }

  /** Creates a table in this transaction that the loader and the owner of grants may read. */
  async draw(table: string, text: string): Promise<void> {
    await this.client.query(`drop table if exists ${table}`);
    await this.client.query(text);
    await this.client.query(`grant select on ${table} to bridges_loader, bridges_reach`);
    await this.client.query(`analyze ${table}`);
  }

  fill(what: string, statements: readonly string[]): Promise<void> {
    return this.step(what, () =>
      this.asLoader(async (client) => {
        for (const statement of statements) await client.query(statement);
      }),
    );
  }

  async asLoader<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    await this.client.query('set local role bridges_loader');
    const result = await work(this.client);
    await this.client.query('set local role bridges_owner');
    return result;
  }

  async today(): Promise<string> {
    const { rows } = await this.client.query<{ today: string }>(
      "select to_char((now() + clock_offset) at time zone 'Europe/London', 'YYYY-MM-DD') as today from platform.settings",
    );
    return rows[0]!.today;
  }

  async place(which: string): Promise<(Omit<Place, 'county'> & { name: string }) | null> {
    const { rows } = await this.client.query<{
      authorityId: string;
      name: string;
      localities: { id: string; name: string }[];
    }>(
      `select a.id as "authorityId", a.name,
         (select json_agg(json_build_object('id', l.id, 'name', l.name) order by l.gss_code) from localities l where l.authority_id = a.id) as localities
       from authorities a where ${which} order by a.gss_code limit 1`,
    );
    return rows[0] ?? null;
  }

  /** Numbers the localities, caseworkers and schools of the current county, for the statements that pick from them. */
  async keepDirectory({ localities }: Place, { caseworkers, agencies }: Directory): Promise<void> {
    const l = new Map(caseworkers.map((one) => [one.agency_id, one.l]));
    const schools = numbered(
      agencies.flatMap(({ id, kind, name }) =>
        kind === 'school' ? [{ name, l: l.get(id as string)! }] : [],
      ),
    );
    const many = (rows: readonly { l: number }[], where: number): number =>
      rows.filter((row) => row.l === where).length;
    const places = localities.map(({ id }, n) => ({
      id,
      l: n + 1,
      caseworkers: many(caseworkers, n + 1),
      schools: many(schools, n + 1),
    }));
    await this.keep('g_locality', 'l int, id uuid, caseworkers int, schools int', places);
    await this.keep('g_caseworker', 'id uuid, agency_id uuid, l int, nth int', numbered(caseworkers));
    await this.keep('g_school', 'name text, l int, nth int', schools);
  }

  private async keep(table: string, columns: string, rows: readonly unknown[]): Promise<void> {
    await this.client.query(`drop table if exists ${table}`);
    await this.client.query(`create temp table ${table} (${columns}) on commit drop`);
    await this.client.query(
      `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
    await this.client.query(`grant select on ${table} to bridges_loader`);
    await this.client.query(`analyze ${table}`);
  }

  frontDoor(agencyId: string): Promise<string> {
    return this.asLoader(async (client) => {
      const { rows } = await client.query<{ id: string }>(
        "select practitioner_id as id from posts where agency_id = $1 and role = 'front_door'",
        [agencyId],
      );
      return rows[0]!.id;
    });
  }

  async counted(): Promise<{ episodes: number; open: number; caseworkers: number }> {
    const { rows } = await this.client.query<{ episodes: number; open: number; caseworkers: number }>(
      `select count(*)::int as episodes, (count(*) filter (where open))::int as open,
         (select count(*)::int from g_caseworker) as caseworkers from g_episode`,
    );
    return rows[0]!;
  }
}
