import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfig } from '#libs/platform';
import { readyDatabase } from '../../bridges/src/database.js';
import { refuseTakenPort } from '../../bridges/src/taken-port.js';
import { exportLog, verifyDatabase, verifyFile } from './access-log.js';
import { checkAccess } from './check-access.js';
import { exampleCounty, found } from './found.js';
import { prepare } from './prepare.js';
import { sendWarnings } from './send-warnings.js';
import { watchAccess } from './watch-access.js';

const HELP = `Bridges console

  prepare                          database, schema and, in a demonstration, the demo county
  county                           the demo county's directory as JSON, to begin your own with
  found --file county.json         fills an empty database with a directory; prints first passwords once
  generate --children N [--seed S] [--counties C]
                                   a synthetic population, the same for the same seed
  send-warnings                    warns leads of agreements that end within 30 days, each warning once
  check-access                     compares what everybody reaches with the rules it comes from
  export-log [--out file] [--contents]
                                   the sealed access log as lines, for an outsider to check; --contents adds reasons
  verify-log [--file export] [--heads log-heads.ndjson] [--key earlier.pem]
                                   checks the access log in the database, or an export of it
  watch-access [--days N]          looks through the log of who read what for odd access; once a day is enough
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
  const config = readConfig();
  switch (positionals[0]) {
    case 'prepare':
      await refuseTakenPort(config.port);
      await prepare(config, say);
      return;
    case 'county':
      // Through a pipe the program must not end before all of it is through.
      await new Promise((resolve) => process.stdout.write(`${exampleCounty()}\n`, resolve));
      return;
    case 'found':
      if (!values.file) throw new Error('--file must name the county to begin with.');
      await found((await prepare(config, say)).adminUrl, values.file, say);
      return;
    case 'generate': {
      const children = wholeNumber('--children', values.children);
      const { adminUrl } = await prepare(config, say);
      const { generate } = await import('./generate/index.js');
      await generate(adminUrl, {
        children,
        seed: wholeNumber('--seed', values.seed),
        counties: wholeNumber('--counties', values.counties),
        onProgress: say,
      });
      return;
    }
    case 'send-warnings':
      await sendWarnings((await prepare(config, say)).adminUrl, say);
      return;
    case 'check-access':
      process.exitCode = (await checkAccess((await prepare(config, say)).adminUrl, say)) ? 0 : 1;
      return;
    case 'export-log':
      await exportLog((await readyDatabase(config)).sealerUrl, config, values);
      return;
    case 'verify-log': {
      const good = values.file
        ? await verifyFile(values.file, config, values, say)
        : await verifyDatabase((await readyDatabase(config)).sealerUrl, config, values, say);
      process.exitCode = good ? 0 : 1;
      return;
    }
    case 'watch-access': {
      const days = values.days === undefined ? null : wholeNumber('--days', values.days);
      await watchAccess((await prepare(config, say)).adminUrl, days, say);
      return;
    }
    default:
      say(HELP);
      process.exitCode = positionals[0] ? 1 : 0;
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
