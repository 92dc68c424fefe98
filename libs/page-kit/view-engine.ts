import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { firstName, fullName } from '#libs/terms';
import { isolatePage } from './bidi.js';
import { levelTriangle } from './charts/level-triangle.js';
import { age, date, dateTime, mojDate, plural, relativeDays, time } from './dates.js';
import { errorFor, errorList, fieldHint, fieldLabel, fieldLegend, summaryRows } from './field-filters.js';
import { lines } from './text.js';

const require = createRequire(import.meta.url);
const PAGE_KIT = join('libs', 'page-kit');

/**
 * The Nunjucks environment of every page: autoescaping, templates cached unless `watch`.
 * Looks for a view in `viewFolders` (absolute paths) first, then among our layouts and macros, GOV.UK's and MOJ's.
 */
export function createViewEngine(
  viewFolders: readonly string[],
  options: { watch?: boolean } = {},
): nunjucks.Environment {
  const folders = [...viewFolders, pageKitFolder(), ...packagedFolders()];
  const loader = new nunjucks.FileSystemLoader(folders, { noCache: options.watch ?? false });
  const env = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  addFilters(env);
  return env;
}

/** The finished page, names from right to left kept apart. Throws when the view is missing or a filter cannot handle its input. */
export function render(env: nunjucks.Environment, view: string, context: object = {}): string {
  return isolatePage(env.render(view, context));
}

function addFilters(env: nunjucks.Environment): void {
  const plain = {
    date: (value: string | Date) => date(value),
    dateTime,
    time,
    relativeDays,
    age,
    plural,
    mojDate,
    firstName,
    fullName,
  };
  const fields = { errorFor, errorList, fieldLabel, fieldLegend, fieldHint, summaryRows };
  for (const [name, filter] of Object.entries({ ...plain, ...fields, levelTriangle })) {
    env.addFilter(name, filter as (...args: unknown[]) => unknown);
  }
  env.addFilter('lines', (value: string) => new nunjucks.runtime.SafeString(lines(value)));
}

function packagedFolders(): string[] {
  const govuk = dirname(require.resolve('govuk-frontend/package.json'));
  const moj = dirname(require.resolve('@ministryofjustice/frontend/package.json'));
  return [join(govuk, 'dist'), moj];
}

// Templates are not compiled: from dist/libs/page-kit they are in the source tree two folders further up.
function pageKitFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const candidates = [here, join(here, '..', '..', '..', PAGE_KIT)];
  const folder = candidates.find((candidate) => existsSync(join(candidate, 'layouts', 'base.njk')));
  if (!folder) throw new Error(`Layouts not found in ${candidates.join(' or ')}`);
  return folder;
}
