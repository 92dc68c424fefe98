import type { PersonaKey } from '../personas.js';
import type { Handle, Path } from './handles.js';

export type Method = 'POST' | 'PUT' | 'PATCH';

/** One call of the JSON API. Bodies contain handles and days, which are resolved when the story is run. */
export interface Act {
  readonly on: number;
  readonly by: PersonaKey;
  readonly what: string;
  readonly method: Method;
  readonly path: Path;
  readonly body: object;
  readonly expects: readonly number[];
  /** The address of the version for If-Match; `of` is the row meant, if the address is a list. */
  readonly precondition?: { readonly path: Path; readonly of?: Handle };
  /** The handle for the id in the answer. */
  readonly keeps?: Handle;
  /** Handles for carers in the answer, by name. */
  readonly keepsCarers?: readonly { readonly name: string; readonly as: Handle }[];
}

export interface Story {
  readonly key: string;
  readonly title: string;
  /** The story's source, or that it is invented. */
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
