import pg from 'pg';
import { insert } from '../write-county.js';
import { childRows, carerRows, children, type Setting } from './population.js';
import { Dice, literal, uuidOf } from './dice.js';
import { directoryOf, type Place } from './directory.js';
import { episodeRows, episodes, parties } from './episodes.js';
import { closureRows, consentRows, leads, levelRows, reviewRows, teamRows } from './help.js';
import { Loading } from './loading.js';
import { QUARTERS } from './names.js';
import { outcomes, planRows } from './plans.js';

interface GenerationOptions {
  /** Per county. */
  readonly children: number;
  readonly seed: number;
  readonly counties?: number;
  /** The reference date, 'YYYY-MM-DD'; by default the database's current date. */
  readonly asOf?: string;
  readonly onProgress?: (line: string) => void;
}
interface CountyReport {
  readonly name: string;
  readonly authorityId: string;
  readonly children: number;
  readonly episodes: number;
  readonly open: number;
  readonly caseworkers: number;
}
export interface GenerationReport {
  readonly counties: readonly CountyReport[];
  /** Rows of access.grants that this population added. */
  readonly grants: number;
  readonly seconds: number;
}

/**
 * The gap between the number ranges of two counties' children; keys of ten and a hundred times a number still fit a
 * bigint.
 */
const APART = 1_000_000_000;
const YEARS_IN_POST = 4;

/**
 * Adds a synthetic population to the existing county, and further counties like it, in one transaction. The same seed
 * on the same day makes the same rows in any database. Throws if this seed has been used here before.
 */
export async function generate(adminUrl: string, options: GenerationOptions): Promise<GenerationReport> {
  const { onProgress = () => undefined, counties = 1, seed } = options;
  const began = Date.now();
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const dice = new Dice(seed);
    const loading = await Loading.begin(client, onProgress);
    await loading.asLoader(() => assertSeedUnused(client, dice));
    const asOf = options.asOf ?? (await loading.today());
    const reports: CountyReport[] = [];
    for (let county = 1; county <= counties; county++)
      reports.push(await oneCounty(loading, dice, county, { ...options, asOf }));
    const grants = await loading.finish();
    const seconds = (Date.now() - began) / 1000;
    onProgress(`All of it in ${seconds.toFixed(1)} seconds.`);
    return { counties: reports, grants, seconds };
  } finally {
    await client.end();
  }
}

async function assertSeedUnused(client: pg.Client, dice: Dice): Promise<void> {
  const { rowCount } = await client.query('select from agencies where id = $1', [dice.idOf('agency', '1/0')]);
  if (rowCount)
    throw new Error(
      `The population of seed ${dice.seed} is already in this database. Use another seed to add more.`,
    );
}

async function oneCounty(
  loading: Loading,
  dice: Dice,
  county: number,
  options: GenerationOptions & { asOf: string },
): Promise<CountyReport> {
  const place = county === 1 ? await countyThatIsThere(loading) : await anotherCounty(loading, county);
  await loading.step(`${place.name}: agencies and practitioners`, () =>
    writeDirectory(loading, dice, place, options),
  );
  const frontDoorId = await loading.frontDoor(dice.idOf('agency', `${county}/0`));
  const setting: Setting = {
    dice,
    base: county * APART,
    children: options.children,
    localities: place.localities.length,
    asOf: options.asOf,
    authorityId: place.authorityId,
    frontDoorId,
  };
  await loading.step(`${place.name}: who is who`, async () => {
    await loading.draw('g_child', children(setting));
    await loading.draw('g_episode', episodes(setting));
    await loading.draw('g_party', parties(setting));
    await loading.draw('g_lead', leads(setting));
    await loading.draw('g_outcome', outcomes(setting));
  });
  await loading.fill(`${place.name}: ${options.children} children`, childRows(setting));
  await loading.fill(`${place.name}: carers and episodes`, [...carerRows(setting), ...episodeRows(setting)]);
  await loading.fill(`${place.name}: what families agreed`, consentRows(setting));
  await loading.fill(`${place.name}: levels, teams and leads`, [...levelRows(setting), ...teamRows(setting)]);
  await loading.fill(`${place.name}: reviews, plans and closures`, [
    ...reviewRows(setting),
    ...planRows(setting),
    ...closureRows(setting),
  ]);
  return {
    name: place.name,
    authorityId: place.authorityId,
    children: options.children,
    ...(await loading.counted()),
  };
}

type NamedPlace = Place & { readonly name: string };

async function countyThatIsThere(loading: Loading): Promise<NamedPlace> {
  const place = await loading.place(`gss_code not like 'SYN%'`);
  if (!place) throw new Error('There is no county in this database yet. Prepare the database first.');
  return { ...place, county: 1 };
}

/** Authorities are the same for every seed, so that another seed adds to them. */
async function anotherCounty(loading: Loading, county: number): Promise<NamedPlace> {
  const id = uuidOf(`synthetic authority ${county}`);
  const code = `SYN${county}`;
  await loading.asLoader(async (client) => {
    if ((await client.query('select from authorities where id = $1', [id])).rowCount) return;
    await insert(client, 'authorities', [{ id, name: `Synthetic County ${county}`, gss_code: code }]);
    await insert(
      client,
      'localities',
      QUARTERS.map((name, n) => ({
        id: uuidOf(`synthetic locality ${county}/${n}`),
        authority_id: id,
        name: `${name} ${county}`,
        gss_code: `${code}-${n + 1}`,
      })),
    );
  });
  return { ...(await loading.place(`id = ${literal(id)}`))!, county };
}

async function writeDirectory(
  loading: Loading,
  dice: Dice,
  place: NamedPlace,
  { children: many, asOf }: GenerationOptions & { asOf: string },
): Promise<void> {
  const since = `${Number(asOf.slice(0, 4)) - YEARS_IN_POST}-01-02T09:00:00Z`;
  const directory = directoryOf(dice, place, many, since);
  await loading.asLoader(async (client) => {
    for (const table of ['agencies', 'teams', 'practitioners', 'posts'] as const)
      await insert(client, table, directory[table]);
  });
  await loading.asLoader((client) => addFrontDoor(client, dice, place));
  await loading.keepDirectory(place, directory);
}

/** The numbers that a safety concern shows, unless the area has them already. Ofcom keeps these numbers for fiction. */
async function addFrontDoor(
  client: pg.ClientBase,
  dice: Dice,
  { county, authorityId }: Place,
): Promise<void> {
  const { rowCount } = await client.query('select from front_doors where authority_id = $1', [authorityId]);
  if (rowCount) return;
  await insert(client, 'front_doors', [
    {
      id: dice.idOf('front door', String(county)),
      authority_id: authorityId,
      name: 'Children’s social care front door',
      telephone: '01632 960100',
      hours: 'Monday to Friday, 8:30am to 5pm',
      out_of_hours_telephone: '01632 960101',
    },
  ]);
}
