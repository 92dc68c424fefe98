import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { hashPassword, RULES } from '#libs/access';
import { migrate, newId, provision, startEmbeddedDatabase, urlAs } from '#libs/platform';
import { generate, type GenerationReport } from '../apps/console/src/generate/index.js';
import { COUNTY, DEMO_PASSWORD, PERSONAS } from '../apps/console/src/seed/index.js';
import { writeCounty } from '../apps/console/src/write-county.js';

export const SECRET = 'a secret of the measurements alone, long enough';
const CLUSTER_PASSWORD = 'of the measurements';

export interface Someone {
  readonly username: string;
  readonly practitionerId: string;
  readonly postId: string;
  /** Open episodes that are theirs: with the agency for a manager, with the practitioner themselves otherwise. */
  readonly open: number;
}
export interface Database {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly doorUrl: string;
  readonly report: GenerationReport;
}

/** A cluster of the measurements' own, under the system's temporary folder; nothing of it is left afterwards. */
export async function startCluster() {
  const folder = mkdtempSync(join(tmpdir(), 'bridges-bench-'));
  // The server may run as another user: it has to be able to enter, or its data would stand elsewhere and stay.
  chmodSync(folder, 0o711);
  const cluster = await startEmbeddedDatabase(folder, CLUSTER_PASSWORD);
  return {
    url: cluster.url,
    async stop(): Promise<void> {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One database with the demo county's directory and so many counties of so many children each. */
export async function populated(
  url: (database: string) => string,
  name: string,
  size: { children: number; counties: number; seed: number },
  say: (line: string) => void,
): Promise<Database> {
  await query(url('postgres'), `create database ${name}`);
  const adminUrl = url(name);
  await provision(adminUrl, SECRET);
  await migrate(adminUrl, { secret: SECRET, demo: true, rules: RULES });
  await writeCounty(adminUrl, COUNTY, PERSONAS, DEMO_PASSWORD);
  const report = await generate(adminUrl, { ...size, onProgress: (line) => say(`  ${name}: ${line}`) });
  await query(adminUrl, 'vacuum analyze');
  return {
    adminUrl,
    appUrl: urlAs(adminUrl, 'bridges_app', SECRET),
    doorUrl: urlAs(adminUrl, 'bridges_door', SECRET),
    report,
  };
}

/** The manager of the agency with most open episodes, and the practitioner in the middle of all by open episodes. */
export async function people(
  { adminUrl }: Database,
  authorityId: string,
): Promise<{ manager: Someone; practitioner: Someone }> {
  const [manager] = await query<Omit<Someone, 'username'>>(adminUrl, MANAGER, [authorityId]);
  const [practitioner] = await query<Omit<Someone, 'username'>>(adminUrl, PRACTITIONER, [authorityId]);
  if (!manager || !practitioner) throw new Error('Nobody was found to measure with.');
  return {
    manager: { ...manager, username: 'bench.manager' },
    practitioner: { ...practitioner, username: 'bench.practitioner' },
  };
}

/** Lets them sign in, with the password of the demonstration. */
export async function giveAccounts({ adminUrl }: Database, everyone: readonly Someone[]): Promise<void> {
  const hash = await hashPassword(DEMO_PASSWORD);
  for (const { username, practitionerId } of everyone)
    await query(
      adminUrl,
      'insert into door.accounts (id, username, password_hash, practitioner_id) values ($1, $2, $3, $4)',
      [newId(), username, hash, practitionerId],
    );
}

export async function query<Row extends object = Record<string, unknown>>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

const INVOLVED = `with involved as (
  select practitioner_id, agency_id, episode_id from authorships where ended_at is null
  union select practitioner_id, agency_id, episode_id from lead_professional_appointments where ended_at is null
  union select practitioner_id, agency_id, episode_id from team_members where left_at is null)`;

const MANAGER = `${INVOLVED}
  select o.practitioner_id as "practitionerId", o.id as "postId", count(distinct e.id)::int as open
  from posts o join agencies g on g.id = o.agency_id and g.authority_id = $1 join involved i on i.agency_id = o.agency_id
  join episodes e on e.id = i.episode_id and e.closed_at is null
  where o.role = 'manager' group by o.id order by open desc, o.id limit 1`;

const PRACTITIONER = `${INVOLVED}, caseloads as (
  select o.practitioner_id as "practitionerId", o.id as "postId", count(distinct e.id)::int as open
  from posts o join agencies g on g.id = o.agency_id and g.authority_id = $1 join involved i on i.practitioner_id = o.practitioner_id
  join episodes e on e.id = i.episode_id and e.closed_at is null
  where o.role = 'practitioner' group by o.id)
  select * from caseloads order by open, "postId" offset (select count(*) / 2 from caseloads) limit 1`;
