import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { COUNTY } from './seed/index.js';
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
 * there gets a password, printed once.
 */
export async function importDirectory(
  adminUrl: string,
  file: string,
  say: (line: string) => void,
): Promise<void> {
  const county = JSON.parse(readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8')) as County;
  const accounts = (county.practitioners as readonly Named[]).flatMap(({ id, username }) =>
    username
      ? [{ username, practitionerId: id, sentence: null, password: randomBytes(12).toString('base64url') }]
      : [],
  );
  const written = await writeCounty(adminUrl, county, accounts, randomBytes(32).toString('hex'));
  if (!written)
    throw new Error('This database already has a county. This command sets one up and cannot change one.');
  for (const { username, password } of accounts) say(`${username}  ${password}`);
}
