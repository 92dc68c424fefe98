import { createHash } from 'node:crypto';
import pg from 'pg';

/** How often a text must recur before it is worth a prepared statement, and how many a connection keeps. */
const USES_BEFORE_NAMING = 5;
const MAX_NAMES = 150;
const TEXTS_COUNTED = 5_000;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which this text is prepared, or undefined while it is rare: a connection holds the plan of each name
 * it has met (about 0.4 MB with its policies), so only frequent texts get one.
 */
function nameOf(text: string): string | undefined {
  const existingName = names.get(text);
  if (existingName) return existingName;
  if (names.size >= MAX_NAMES) return undefined;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < USES_BEFORE_NAMING) {
    if (uses.size >= TEXTS_COUNTED) uses.clear();
    uses.set(text, count);
    return undefined;
  }
  uses.delete(text);
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
  names.set(text, name);
  return name;
}

/** A client that prepares the statements it sends often: planning the policies of a page costs more than running it. */
export class NamedClient extends pg.Client {
  override query(...given: unknown[]): never {
    const [text, values] = given;
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 && nameOf(text);
    const query = super.query.bind(this) as (...args: unknown[]) => never;
    return name ? query({ name, text, values }, ...given.slice(2)) : query(...given);
  }
}
