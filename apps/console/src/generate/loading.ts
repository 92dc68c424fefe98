import type pg from 'pg';
import type { Directory, Place } from './directory.js';

/** Tables whose triggers stand aside while a whole county is written; what they would have done is written with it. */
const LOADED = [
  'children', 'child_details', 'carers', 'child_carers', 'episodes', 'episode_children', 'authorships', 'episode_records', 'consents',
  'consent_agencies', 'consent_withdrawals', 'assessments', 'step_ups', 'level_decisions', 'team_members', 'lead_professional_appointments',
  'reviews', 'delivery_plans', 'plan_outcomes', 'outcome_scores', 'plan_actions', 'closures',
] as const;
const EPISODES_AT_ONCE = 4000;

/** One transaction of the owner's, in which rows are written as the loader and reaches follow at the end of each county. */
export class Loading {
  private constructor(
    private readonly client: pg.Client,
    private readonly say: (line: string) => void,
  ) {}

  static async begin(client: pg.Client, say: (line: string) => void): Promise<Loading> {
    await client.query('set role bridges_owner');
    await client.query('begin');
    await client.query("set local work_mem = '128MB'");
    await client.query("select pg_advisory_xact_lock(hashtext('bridges generate'))");
    const loading = new Loading(client, say);
    await loading.asLoader(async () => undefined);
    for (const table of LOADED) await client.query(`alter table ${table} disable trigger user`);
    return loading;
  }

  /** Sets the triggers again and commits; answers with the number of grants that there are now. */
  async finish(): Promise<number> {
    for (const table of LOADED) await this.client.query(`alter table ${table} enable trigger user`);
    await this.client.query('commit');
    for (const table of [...LOADED, 'access.grants', 'practitioners', 'posts', 'agencies', 'teams']) await this.client.query(`analyze ${table}`);
    const { rows } = await this.client.query<{ many: string }>('select count(*) as many from access.grants');
    return Number(rows[0]!.many);
  }

  async step(what: string, work: () => Promise<void>): Promise<void> {
    const began = Date.now();
    await work();
    this.say(`${what} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  }

  /** Makes a table of this transaction's own, which the loader may read. */
  async draw(table: string, text: string): Promise<void> {
    await this.client.query(`drop table if exists ${table}`);
    await this.client.query(text);
    await this.client.query(`grant select on ${table} to bridges_loader`);
    await this.client.query(`analyze ${table}`);
  }

  fill(what: string, statements: readonly string[]): Promise<void> {
    return this.step(what, () => this.asLoader(async (client) => {
      for (const statement of statements) await client.query(statement);
    }));
  }

  async asLoader<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    await this.client.query('set local role bridges_loader');
    const result = await work(this.client);
    await this.client.query('set local role bridges_owner');
    return result;
  }

  async today(): Promise<string> {
    const { rows } = await this.client.query<{ today: string }>(
      "select to_char((now() + clock_offset) at time zone 'Europe/London', 'YYYY-MM-DD') as today from platform.settings");
    return rows[0]!.today;
  }

  async place(which: string): Promise<(Omit<Place, 'county'> & { name: string }) | null> {
    const { rows } = await this.client.query<{ authorityId: string; name: string; localities: { id: string; name: string }[] }>(
      `select a.id as "authorityId", a.name,
         (select json_agg(json_build_object('id', l.id, 'name', l.name) order by l.gss_code) from localities l where l.authority_id = a.id) as localities
       from authorities a where ${which} order by a.gss_code limit 1`);
    return rows[0] ?? null;
  }

  /** The localities, caseworkers and schools of the county in hand, numbered, for the statements that draw from them. */
  async keepDirectory({ localities }: Place, { caseworkers, agencies }: Directory): Promise<void> {
    const places = localities.map(({ id }, n) => ({ id, l: n + 1 }));
    await this.keep('g_locality', 'l int, id uuid', places);
    await this.keep('g_caseworker', 'id uuid, agency_id uuid, l int, nth int, many int', caseworkers);
    const schools = new Set(agencies.filter(({ kind }) => kind === 'school').map(({ id }) => id));
    const names = new Map(agencies.map(({ id, name }) => [id, name]));
    const found = new Map(caseworkers.filter(({ agency_id }) => schools.has(agency_id)).map(({ agency_id, l }) => [agency_id, l]));
    const inOrder = [...found].map(([id, l]) => ({ name: names.get(id), l }));
    const many = (l: number): number => inOrder.filter((one) => one.l === l).length;
    const numbered = inOrder.map((one, n) => ({ ...one, nth: inOrder.slice(0, n).filter(({ l }) => l === one.l).length, many: many(one.l) }));
    await this.keep('g_school', 'name text, l int, nth int, many int', numbered);
  }

  private async keep(table: string, columns: string, rows: readonly unknown[]): Promise<void> {
    await this.client.query(`drop table if exists ${table}`);
    await this.client.query(`create temp table ${table} (${columns}) on commit drop`);
    await this.client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
    await this.client.query(`grant select on ${table} to bridges_loader`);
    await this.client.query(`analyze ${table}`);
  }

  frontDoor(agencyId: string): Promise<string> {
    return this.asLoader(async (client) => {
      const { rows } = await client.query<{ id: string }>("select practitioner_id as id from posts where agency_id = $1 and role = 'front_door'", [agencyId]);
      return rows[0]!.id;
    });
  }

  async counted(): Promise<{ episodes: number; open: number; caseworkers: number }> {
    const { rows } = await this.client.query<{ episodes: number; open: number; caseworkers: number }>(
      `select count(*)::int as episodes, (count(*) filter (where open))::int as open,
         (select count(*)::int from g_caseworker) as caseworkers from g_episode`);
    return rows[0]!;
  }

  async grant(): Promise<void> {
    for (const table of LOADED) await this.client.query(`analyze ${table}`);
    const { rows } = await this.client.query<{ id: string }>('select id from g_episode order by id');
    await this.asLoader(async (client) => {
      for (let n = 0; n < rows.length; n += EPISODES_AT_ONCE)
        await client.query('select access.regrant($1)', [rows.slice(n, n + EPISODES_AT_ONCE).map(({ id }) => id)]);
    });
  }
}
