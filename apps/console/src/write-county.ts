import pg from 'pg';
import { hashPassword } from '#libs/accounts';
import { newId } from '#libs/platform';
import type { COUNTY } from './seed/county.js';

export type County = typeof COUNTY;
interface PersonaAccount {
  readonly username: string;
  readonly practitionerId: string;
  /** Shown on a demonstration's sign-in page. */
  readonly sentence: string;
}

/**
 * Writes the directory of a county and the accounts or invitations of its people, in one transaction. Returns false, and
 * writes nothing, if there is already a county.
 */
export async function writeCounty(
  adminUrl: string,
  county: County,
  addAccounts: (client: pg.ClientBase) => Promise<void>,
): Promise<boolean> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set role bridges_owner');
    const { rowCount } = await client.query('select from authorities limit 1');
    if (rowCount) return false;
    await client.query('begin');
    await client.query('set local role bridges_loader');
    await writeDirectory(client, county);
    await client.query('set local role bridges_owner');
    await addAccounts(client);
    await client.query('commit');
    return true;
  } finally {
    await client.end();
  }
}

async function writeDirectory(client: pg.Client, county: County): Promise<void> {
  const { authority } = county;
  await insert(client, 'authorities', [
    { id: authority.id, name: authority.name, gss_code: authority.gssCode },
  ]);
  await insert(
    client,
    'localities',
    county.localities.map((l) => ({
      id: l.id,
      authority_id: authority.id,
      name: l.name,
      gss_code: l.gssCode,
    })),
  );
  await insert(
    client,
    'levels_of_need',
    county.levels.map((l) => ({
      number: l.number,
      name: l.name,
      description: l.description,
      county_share: l.countyShare,
      national_share: l.nationalShare,
      statutory: l.statutory,
    })),
  );
  await insert(
    client,
    'agencies',
    county.agencies.map((a) => ({
      id: a.id,
      authority_id: authority.id,
      name: a.name,
      kind: a.kind,
      telephone: a.telephone,
      sensitive: a.sensitive,
      demo: a.demo,
    })),
  );
  // A county file may leave the front door to the settings.
  const frontDoors = county.frontDoor ? [county.frontDoor] : [];
  await insert(
    client,
    'front_doors',
    frontDoors.map((d) => ({
      id: d.id,
      authority_id: authority.id,
      name: d.name,
      telephone: d.telephone,
      hours: d.hours,
      out_of_hours_telephone: d.outOfHoursTelephone,
      version: 1,
    })),
  );
  await insert(
    client,
    'teams',
    county.teams.map((t) => ({ id: t.id, agency_id: t.agencyId, locality_id: t.localityId, name: t.name })),
  );
  await insert(
    client,
    'directory_services',
    county.services.map((s) => ({
      id: s.id,
      agency_id: s.agencyId,
      name: s.name,
      description: s.description,
      level: s.level,
      audience: s.audience,
      telephone: s.telephone,
      source: s.source,
    })),
  );
  await insert(
    client,
    'practitioners',
    county.practitioners.map((p) => ({
      id: p.id,
      name: p.name,
      job_title: p.jobTitle,
      telephone: p.telephone,
      email: p.email,
      demo: p.demo,
    })),
  );
  await insert(
    client,
    'posts',
    county.practitioners.flatMap((p) =>
      p.posts.map((o) => ({
        id: o.id,
        practitioner_id: p.id,
        agency_id: o.agencyId,
        team_id: o.teamId,
        locality_id: o.localityId,
        role: o.role,
        began_at: o.beganOn,
      })),
    ),
  );
}

/** The accounts of a demonstration's people, with one password for all. */
export async function writeAccounts(
  client: pg.ClientBase,
  personas: readonly PersonaAccount[],
  shared: string,
): Promise<void> {
  const sharedHash = await hashPassword(shared);
  const rows = [];
  for (const [index, persona] of personas.entries())
    rows.push({
      id: newId(),
      username: persona.username,
      password_hash: sharedHash,
      practitioner_id: persona.practitionerId,
      demo_sentence: persona.sentence,
      demo_order: index,
    });
  await insert(client, 'auth.accounts', rows);
}

/** Inserts rows of one shape into one table; names come from this file, values are passed as parameters. */
export async function insert(
  client: pg.ClientBase,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!);
  await client.query(
    `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
