import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot, provision } from '#libs/platform';
import { cloneDatabase, TEST_SECRET } from '../../support/cluster.js';

const MOVING = '0110_contacts_apart.sql';
const folder = join(projectRoot, 'migrations');
const earlier = readdirSync(folder).filter((name) => name.endsWith('.sql') && name < MOVING);

const ID = '018f0000-0000-7000-8000-0000000000';
const WRITTEN = `
  insert into authorities values ('${ID}01', 'Invented', 'E10000000');
  insert into agencies (id, authority_id, name, kind) values ('${ID}02', '${ID}01', 'Invented', 'school');
  insert into practitioners (id, name, job_title) values ('${ID}03', 'Invented Worker', 'Worker');
  insert into children (id, given_names, family_name, sex, date_of_birth, recorded_by, recorded_at)
    values ('${ID}04', 'Test', 'Invented', 'F', '2015-01-01', '${ID}03', now());
  insert into child_details (child_id, address, postcode, telephone, accommodation, education_setting, gp, upn, updated_by, updated_at)
    values ('${ID}04', '1 Lane', 'LE67 3AZ', '1', 'other', 'School', 'Surgery', 'A1', '${ID}03', now());
  insert into carers (id, name, telephone, address, postcode, recorded_by, recorded_at)
    values ('${ID}05', 'Invented Mother', '2', '2 Lane', 'LE67 3AY', '${ID}03', now());
  insert into episodes (id, opened_at, authority_id, opened_by, opening_agency_id)
    values ('${ID}06', now(), '${ID}01', '${ID}03', '${ID}02');
  insert into tac_meetings (id, episode_id, kind, starts_at, place, purpose, status, recorded_by, recorded_at)
    values ('${ID}07', '${ID}06', 'first', now(), 'Hall', 'Invented.', 'planned', '${ID}03', now());`;

test('contacts that were recorded before keep what they said, in rows of their own', async () => {
  const { adminUrl, drop } = await cloneDatabase();
  const url = new URL(adminUrl);
  const name = `${url.pathname.slice(1)}_moved`;
  const cluster = new pg.Client({ connectionString: adminUrl });
  await cluster.connect();
  await cluster.query(`create database ${name}`);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.toString() });
  try {
    await provision(url.toString(), TEST_SECRET);
    await client.connect();
    await client.query('set role bridges_owner');
    for (const file of earlier)
      await client.query(`begin; ${readFileSync(join(folder, file), 'utf8')}; commit;`);
    await client.query('reset role');
    await client.query(WRITTEN);
    await client.query('set role bridges_owner');
    await client.query(`begin; ${readFileSync(join(folder, MOVING), 'utf8')}; commit;`);
    await client.query('reset role');
    const { rows: contacts } = await client.query(
      'select address, postcode, telephone, accommodation, education_setting, gp, upn from child_contacts',
    );
    expect(contacts).toEqual([
      {
        ...{ address: '1 Lane', postcode: 'LE67 3AZ', telephone: '1', accommodation: 'other' },
        ...{ education_setting: 'School', gp: 'Surgery', upn: 'A1' },
      },
    ]);
    const { rows: carers } = await client.query('select telephone, address, postcode from carer_contacts');
    expect(carers).toEqual([{ telephone: '2', address: '2 Lane', postcode: 'LE67 3AY' }]);
    const { rows: places } = await client.query('select episode_id, place from meeting_places');
    expect(places).toEqual([{ episode_id: `${ID}06`, place: 'Hall' }]);
    const { rows: unforced } = await client.query(
      `select relname from pg_class where relname in ('child_details', 'carers', 'tac_meetings') and not relforcerowsecurity`,
    );
    expect(unforced).toEqual([]);
  } finally {
    await client.end();
    await cluster.query(`drop database if exists ${name} with (force)`);
    await cluster.end();
    await drop();
  }
}, 90_000);
