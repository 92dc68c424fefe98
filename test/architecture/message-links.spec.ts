import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageRoutes } from '../support/routes.js';

/** HTTP verbs as Nest numbers them. */
const GET = 0;
const ID = 'x';
const root = join(import.meta.dirname, '../..');
const pages = pageRoutes
  .filter(({ method }) => method === GET)
  .map(({ path }) => path.split('/').filter(Boolean));

/** A page answers at this address; a parameter of its route stands for any one part. */
const isPage = (link: string): boolean => {
  const parts = link.split('/').filter(Boolean);
  return pages.some(
    (page) =>
      page.length === parts.length &&
      page.every((part, index) => part.startsWith(':') || part === parts[index]),
  );
};
/** What stands after a place such as '/episodes/…' is put together with it. */
const isLink = (link: string): boolean => isPage(link) || isPage(`/episodes/${ID}${link}`);

interface Found {
  readonly where: string;
  readonly link: string;
}
const filesIn = (folder: string, kind: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => kind.test(name))
    .map((name) => join(folder, name));

/** `'/episodes/' || e.id || '/consents'`: a literal that begins with a slash, and what is joined to it. */
const SQL_LINK = /'(\/[a-z][^']*)'((?:\s*\|\|\s*(?:'[^']*'|[a-z_.]+))*)/g;
function linksInSql(text: string): string[] {
  return [...text.matchAll(SQL_LINK)].map(([, first, rest]) => {
    const parts = [...rest!.matchAll(/\|\|\s*(?:'([^']*)'|[a-z_.]+)/g)].map(([, literal]) => literal ?? ID);
    return withId([first!, ...parts].join(''));
  });
}

const TS_LINK = /(?<=[`'])\/[a-z][^`'\s]*(?=[`'])/g;
const linksInTypeScript = (text: string): string[] =>
  [...text.matchAll(TS_LINK)].map(([link]) => withId(link.replaceAll(/\$\{[^}]*\}/g, ID)));

function withId(link: string): string {
  const path = link.replace(/[?#].*$/, '');
  return path.endsWith('/') ? path + ID : path;
}

/** Not links: folders, what a system reads, and the beginnings of links that carry a secret. */
const OTHER = [/^\/var\/tmp/, /^\/calendar\//];

const found: Found[] = [
  ...['migrations/policies', 'migrations/access'].flatMap((folder) =>
    filesIn(folder, /\.sql$/).flatMap((where) =>
      linksInSql(readFileSync(join(root, where), 'utf8')).map((link) => ({ where, link })),
    ),
  ),
  ...['libs/casework', 'libs/directory', 'libs/oversight', 'libs/accounts', 'libs/notifications'].flatMap(
    (folder) =>
      filesIn(folder, /(?<!\.spec)\.ts$/).flatMap((where) =>
        linksInTypeScript(readFileSync(join(root, where), 'utf8')).map((link) => ({ where, link })),
      ),
  ),
].filter(({ link }) => !OTHER.some((other) => other.test(link)));

test('every link of a message leads to a page', () => {
  expect(found.length).toBeGreaterThan(80);
  expect(found.filter(({ link }) => !isLink(link))).toEqual([]);
});

test('a link to a page that is not there is found', () => {
  expect(linksInSql("select '/episodes/' || r.episode || '/consents', '/people'")).toEqual([
    '/episodes/x/consents',
    '/people',
  ]);
  expect(linksInTypeScript('send(`/episodes/${episodeId}/plan#action-${id}`)')).toEqual(['/episodes/x/plan']);
  expect(['/episodes/x/consents', '/plan', '/episodes/x/consent', '/nowhere'].map(isLink)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
