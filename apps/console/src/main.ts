import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '#libs/platform';
import { administratorOf, openDatabase, type PreparedDatabase } from '../../bridges/src/database.js';
import { serve } from '../../bridges/src/serve.js';
import { assertPortFree } from '../../bridges/src/assert-port-free.js';
import { exportLog, verifyDatabase, verifyFile } from './access-log.js';
import { checkAccess } from './check-access.js';
import { exampleCounty, importDirectory } from './import-directory.js';
import { importReference } from './import-reference.js';
import { prepare } from './prepare.js';
import { rotate } from './rotate.js';
import { removeSecondStep } from './remove-second-step.js';
import { signInLink } from './sign-in-link.js';
import { jobsNamed, runJobs } from './run-jobs.js';

const HELP = `Bridges console

  start                            prepare, then serve (the same as npm start)
  prepare                          set up the database, the schema and, for a demonstration, the demo county
  county                           print the demo county's directory as JSON, as a start for your own
  import-directory --file county.json
                                   fill an empty database with a directory, and print the first invitations
  import-reference <kind> <file>   import a published list: schools (GIAS), gp-practices or organisations (ODS),
                                   districts, wards or postcodes (ONS); all of it, or nothing and the wrong rows
  sign-in-link <user name or work email>
                                   print a link for a person whom no administrator can help: an invitation, or a
                                   new password
  remove-second-step <user name>   remove the lost second step of a person whom no administrator can help
  generate --children N [--seed S] [--counties C]
                                   add a synthetic population; the same seed gives the same population
  run-jobs [name] [--days N]       run every scheduled job once, or only the one named (docs/jobs.md);
                                   access-watch looks N days back
  check-access                     check that everyone’s access matches the rules
  export-log [--out file] [--contents]
                                   export the sealed access log for an independent check; --contents adds reasons
  verify-log [--file export] [--heads log-heads.ndjson] [--key earlier.pem]
                                   check the access log in the database, or an export of it
  rotate-secret                    replace BRIDGES_SECRET with BRIDGES_NEW_SECRET, while Bridges is stopped
`;
const say = (line: string): void => console.log(line);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      children: { type: 'string' },
      file: { type: 'string' },
      days: { type: 'string' },
      seed: { type: 'string', default: '1' },
      counties: { type: 'string', default: '1' },
      out: { type: 'string' },
      contents: { type: 'boolean', default: false },
      heads: { type: 'string' },
      key: { type: 'string' },
    },
  });
  switch (positionals[0]) {
    case 'start': {
      const config = readConfig();
      await assertPortFree(config.port);
      await prepared(config, (database) => serve(config, database));
      return;
    }
    case 'prepare': {
      const config = readConfig();
      await assertPortFree(config.port);
      await prepared(config, async (database) => void administratorOf(database));
      return;
    }
    case 'county':
      // Wait for the write: the program must not end before a pipe has taken all of it.
      await new Promise((resolve) => process.stdout.write(`${exampleCounty()}\n`, resolve));
      return;
    case 'import-directory':
    // The name of the command in version 0.1, for one more release.
    case 'found': {
      const { file } = values;
      if (!file) throw new Error('--file must name the file of the county.');
      const config = readConfig();
      await prepared(config, (database) => importDirectory(administratorOf(database), config, file, say));
      return;
    }
    case 'import-reference':
      await opened((database) =>
        importReference(administratorOf(database), positionals[1], positionals[2], say),
      );
      return;
    case 'remove-second-step':
      await opened((database) => removeSecondStep(administratorOf(database), positionals[1], say));
      return;
    case 'sign-in-link':
      await opened((database, config) => signInLink(administratorOf(database), config, positionals[1], say));
      return;
    case 'generate': {
      const children = wholeNumber('--children', values.children);
      const seed = wholeNumber('--seed', values.seed);
      const counties = wholeNumber('--counties', values.counties);
      await prepared(readConfig(), async (database) => {
        const { generate } = await import('./generate/index.js');
        await generate(administratorOf(database), { children, seed, counties, onProgress: say });
      });
      return;
    }
    case 'run-jobs':
      await ranJobs(positionals[1], values.days);
      return;
    // Earlier names of these commands, for one release.
    case 'send-warnings':
      await ranJobs('consent-reminders');
      return;
    case 'watch-access':
      await ranJobs('access-watch', values.days);
      return;
    case 'check-access':
      process.exitCode = (await opened((database) => checkAccess(administratorOf(database), say))) ? 0 : 1;
      return;
    case 'export-log':
      await opened(({ sealerUrl }, config) => exportLog(sealerUrl, config, values));
      return;
    case 'verify-log': {
      const { file } = values;
      const good = file
        ? await verifyFile(file, installation(), values, say)
        : await opened(({ sealerUrl }, config) => verifyDatabase(sealerUrl, config, values, say));
      process.exitCode = good ? 0 : 1;
      return;
    }
    case 'rotate-secret':
      await opened((database, config) =>
        rotate({ adminUrl: administratorOf(database) }, config, process.env['BRIDGES_NEW_SECRET'], say),
      );
      return;
    default:
      say(HELP);
      process.exitCode = positionals[0] ? 1 : 0;
  }
}

async function ranJobs(name: string | undefined, daysBack?: string): Promise<void> {
  const names = jobsNamed(name);
  const days = daysBack === undefined ? undefined : wholeNumber('--days', daysBack);
  const succeeded = await opened((database, config) => runJobs(database, config, names, say, { days }));
  process.exitCode = succeeded ? 0 : 1;
}

const installation = (): Config => readConfig(process.env, { begins: false });

/** Works on an existing database, and changes no roles, schema, policies or keys. */
async function opened<T>(work: (database: PreparedDatabase, config: Config) => Promise<T>): Promise<T> {
  const config = installation();
  return letGo(await openDatabase(config), (database) => work(database, config));
}

async function prepared<T>(config: Config, work: (database: PreparedDatabase) => Promise<T>): Promise<T> {
  return letGo(await prepare(config, say), work);
}

/** Stops an embedded database that no other program uses, even if the work fails. */
async function letGo<T>(
  database: PreparedDatabase,
  work: (database: PreparedDatabase) => Promise<T>,
): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

function wholeNumber(name: string, text: string | undefined): number {
  const number = Number(text);
  if (!text || !Number.isInteger(number) || number < 1)
    throw new Error(`${name} must be a whole number of 1 or more.`);
  return number;
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
