import type { PersonaKey } from '../personas.js';
import type { Handle, Path } from './handles.js';

export type Method = 'POST' | 'PUT' | 'PATCH';

/** What one act asks of the JSON API. Bodies hold handles and days; they are filled in when the story is told. */
export interface Act {
  readonly on: number;
  readonly by: PersonaKey;
  readonly what: string;
  readonly method: Method;
  readonly path: Path;
  readonly body: object;
  readonly expects: readonly number[];
  /** Where the version stands that a change must name; `of` is the one row meant, where the address lists many. */
  readonly precondition?: { readonly path: Path; readonly of?: Handle };
  /** What the id of the answer is called from here on. */
  readonly keeps?: Handle;
  /** Carers in the answer, by name, and what they are called from here on. */
  readonly keepsCarers?: readonly { readonly name: string; readonly as: Handle }[];
}

export interface Story {
  readonly key: string;
  readonly title: string;
  /** Where it is told, or that it is invented. */
  readonly source: string;
  readonly acts: readonly Act[];
}

type Who = PersonaKey;
type More = Pick<Act, 'keeps' | 'precondition' | 'keepsCarers'>;

const MADE = [201] as const;
const DONE = [200, 201, 204] as const;

export function makes(on: number, by: Who, what: string, path: Path, body: object, more: More = {}): Act {
  return { on, by, what, method: 'POST', path, body, expects: MADE, ...more };
}
export function does(on: number, by: Who, what: string, path: Path, body: object = {}): Act {
  return { on, by, what, method: 'POST', path, body, expects: DONE };
}
export function changes(
  on: number,
  by: Who,
  what: string,
  method: 'PUT' | 'PATCH',
  path: Path,
  body: object,
  precondition: Act['precondition'] = { path },
): Act {
  return { on, by, what, method, path, body, expects: DONE, precondition };
}
