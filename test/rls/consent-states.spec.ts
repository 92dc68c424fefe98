import type pg from 'pg';
import { PERSONAS } from '../../apps/console/src/seed/index.js';
import { PersonaDatabase, UNAUTHENTICATED } from './persona-database.js';
import { seededDatabase } from './seeded-database.js';

/**
 * The policies derive from access.consent_states as the role that reads everything; readers of a consent ledger ask the
 * same view. They see the rows of agencies that they are told of, with the answer that the policies act on.
 */
const STATES = `
  select s.consent_id || ' ' || s.agency_id || ' ' || s.class as decision, s.state
  from access.consent_states s where s.agency_id is not null`;
const VISIBLE = `
  select count(*)::int as count from consent_agencies a join consents c on c.id = a.consent_id
    join consent_purposes p on p.purpose = c.purpose and p.opens_record`;

let personaDb: PersonaDatabase;
let drop: () => Promise<void>;
let truth: ReadonlyMap<string, string>;

beforeAll(async () => {
  const clone = await seededDatabase();
  ({ drop } = clone);
  personaDb = await PersonaDatabase.at(clone.adminUrl);
  await refuseHiddenAgencies(personaDb.admin);
  truth = await asPolicies(personaDb.admin);
}, 300_000);
afterAll(async () => {
  await personaDb?.close();
  await drop?.();
});

/** Every family refuses one agency alone, a sensitive one that few readers are told of. */
async function refuseHiddenAgencies(admin: pg.Client): Promise<void> {
  await admin.query(`
    update agencies set sensitive = true where id = (select min(g.id::text)::uuid from agencies g
      where g.id not in (select agency_id from consent_agencies) and g.id not in (select opening_agency_id from episodes))`);
  await admin.query(`
    with refused as (
      insert into consents (id, episode_id, purpose, decision, decided_by, capacity, decided_on, recorded_by, recorded_at)
      select gen_random_uuid(), c.episode_id, 'share_plan', 'refused', 'Invented Mother', 'adult', max(c.decided_on),
        min(c.recorded_by::text)::uuid, max(c.recorded_at)
      from consents c group by c.episode_id returning id, episode_id)
    insert into consent_agencies (consent_id, episode_id, agency_id, standing)
    select r.id, r.episode_id, (select min(g.id::text)::uuid from agencies g where g.sensitive
      and g.id not in (select agency_id from consent_agencies)), 'refused' from refused r`);
}

async function asPolicies(admin: pg.Client): Promise<Map<string, string>> {
  await admin.query('set role bridges_reach');
  const { rows } = await admin.query<{ decision: string; state: string }>(STATES);
  await admin.query('reset role');
  return new Map(rows.map(({ decision, state }) => [decision, state]));
}

test('families of the stories agreed, refused, withdrew and let a consent be replaced', () => {
  expect(new Set(truth.values())).toEqual(
    new Set(['agreed', 'refused', 'withdrawn', 'replaced', 'excluded', 'expired']),
  );
});

test.each(PERSONAS.map(({ key }) => key))(
  '%s reads of each agency they are told of what the policies act on, and of no other agency',
  async (persona) => {
    await personaDb.as(persona, async (client) => {
      const { rows: named } = await client.query<{ decision: string; state: string }>(STATES);
      expect(named.filter((row) => truth.get(row.decision) !== row.state)).toEqual([]);
      const { rows: untold } = await client.query(
        `select from access.consent_states s where not exists (select from consents c where c.id = s.consent_id)
          or (s.agency_id is not null and not exists (select from consent_agencies a
            where a.consent_id = s.consent_id and a.agency_id = s.agency_id))`,
      );
      expect(untold).toEqual([]);
      const { rows: visible } = await client.query<{ count: number }>(VISIBLE);
      expect(
        new Set(named.filter(({ decision }) => decision.endsWith(' record')).map((row) => row.decision)).size,
      ).toBeGreaterThanOrEqual(visible[0]!.count);
    });
  },
);

test('a request without a claim reads no state of any consent', async () => {
  await personaDb.as(UNAUTHENTICATED, async (client) => {
    for (const view of ['consent_states', 'ledger_states'])
      expect((await client.query(`select from access.${view}`)).rows).toEqual([]);
  });
});
