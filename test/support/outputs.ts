import request from 'supertest';
import type { ApiClient } from './api-client.js';
import type { Browser } from './browser.js';
import { pageRoutes } from './routes.js';
import type { TestApp } from './test-app.js';

export interface Output {
  readonly where: string;
  readonly text: string;
}
const GET = 0;
const MOST_LINKS = 120;

/** Ids for path parameters, by the path segment before them; `other` serves every other segment. */
export type Known = Readonly<Record<string, readonly string[]>> & { readonly other: readonly string[] };

/** Every path with each parameter replaced by each id that fits. */
function addresses(paths: readonly string[], known: Known): string[] {
  return paths.flatMap((path) => {
    const [parameter, before] = /([\w-]+)\/(?:\{\w+\}|:\w+)/.exec(path) ?? [];
    if (!parameter || !before) return [path];
    const fitting = known[before] ?? known.other;
    return addresses(
      fitting.map((id) => path.replace(parameter, `${before}/${id}`)),
      known,
    );
  });
}

/** Every page that has a route, and every page linked from those, as one person gets them. */
export async function* everyPage(browser: Browser, known: Known): AsyncGenerator<Output> {
  const paths = pageRoutes
    .filter(({ method }) => method === GET)
    .map(({ path }) => path.replace(/(?<=.)\/$/, ''));
  const open = new Set(addresses(paths, known));
  let links = 0;
  for (const path of open) {
    const { status, text } = await browser.get(path);
    if (status === 404) continue;
    yield { where: path, text };
    for (const [, href] of text.matchAll(
      /href="(\/(?:episodes|children|caseload|messages|shields|proposals)[^"#]*)/g,
    )) {
      const link = href!.replaceAll('&amp;', '&');
      if (
        !open.has(link) &&
        Object.values(known)
          .flat()
          .some((id) => link.includes(id)) &&
        ++links < MOST_LINKS
      )
        open.add(link);
    }
  }
}

/** Every GET in the OpenAPI description, with every id in every place. */
export async function* everyGet(testApp: TestApp, client: ApiClient, known: Known): AsyncGenerator<Output> {
  const { body } = await request(testApp.server).get('/api/v1/openapi.json');
  const paths = Object.entries(body.paths as Record<string, object>)
    .filter(([path, item]) => 'get' in item && path.startsWith('/api/v1') && !path.includes('/demo/'))
    .map(([path]) => path.slice('/api/v1'.length));
  for (const path of addresses(paths, known)) {
    const { status, text } = await client.get(path);
    if (status < 400) yield { where: `GET ${path}`, text };
  }
}

/** Every row of every table that the runtime role may read, under this claim or this persona's. */
export async function everyRow(testApp: TestApp, persona: string | null, claim?: string): Promise<Output[]> {
  const tables = await testApp.asOwner<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v') and n.nspname in ('public', 'audit', 'access', 'platform')
       and has_table_privilege('bridges_app', c.oid, 'select') order by 1`,
  );
  const everything = tables
    .map(({ name }) => `select '${name}' as name, t::text as row from ${name} t`)
    .join(' union all ');
  const rows = await testApp.sql<{ name: string; row: string }>(persona, everything, [], claim);
  return tables.map(({ name }) => ({
    where: name,
    text: rows.flatMap((one) => (one.name === name ? [one.row] : [])).join('\n'),
  }));
}

/** Those of the words that fewer than two outputs say. Reads no more outputs than it takes to know. */
export async function saidLessThanTwice(
  outputs: AsyncIterable<Output>,
  words: readonly string[],
): Promise<string[]> {
  const times = new Map(words.map((word) => [word, 0]));
  for await (const { text } of outputs) {
    for (const [word, count] of times) if (text.includes(word)) times.set(word, count + 1);
    if ([...times.values()].every((count) => count > 1)) break;
  }
  return words.filter((word) => times.get(word)! < 2);
}

/** Where any of these words occurs, as "place: word". */
export const said = (outputs: readonly Output[], words: readonly string[]): string[] =>
  outputs.flatMap(({ where, text }) =>
    words.filter((word) => text.includes(word)).map((word) => `${where}: ${word}`),
  );
