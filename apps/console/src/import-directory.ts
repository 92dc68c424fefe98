import { readFileSync } from 'node:fs';
import { toUsername } from '#libs/accounts';
import { baseUrl, type Config } from '#libs/platform';
import { COUNTY } from './seed/index.js';
import { addInvitation } from './sign-in-link.js';
import { type County, writeCounty } from './write-county.js';

const STANDARD_INPUT = 0;

type Named = County['practitioners'][number] & { readonly username?: string };

/** The demo county's directory without its people, as a template for an own file. */
export function exampleCounty(): string {
  const [first] = COUNTY.practitioners.filter(({ posts }) =>
    posts.some(({ role }) => role === 'agency_administrator'),
  );
  return JSON.stringify(
    { ...COUNTY, practitioners: first ? [{ ...first, username: 'first.administrator' }] : [] },
    null,
    2,
  );
}

/**
 * Fills an empty database with the directory from a file, or from standard input for "-". A person with a `username`
 * there is invited to set up an account: the link is printed, and is stored nowhere.
 */
export async function importDirectory(
  adminUrl: string,
  config: Pick<Config, 'secret' | 'publicUrl' | 'port'>,
  file: string,
  say: (line: string) => void,
): Promise<void> {
  const county = JSON.parse(readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8')) as County;
  const invited = (county.practitioners as readonly Named[]).flatMap(({ id, username }) =>
    username ? [{ practitionerId: id, email: toUsername(username) }] : [],
  );
  const links: string[] = [];
  const written = await writeCounty(adminUrl, county, async (client) => {
    for (const person of invited)
      links.push(`${person.email}  ${await addInvitation(client, config.secret, person)}`);
  });
  if (!written)
    throw new Error('This database already has a county. This command sets one up and cannot change one.');
  const base = baseUrl(config);
  for (const link of links) say(link.replace('  ', `  ${base}`));
}
