export type Json = string | number | null | boolean | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one way to write a value as JSON (RFC 8785): names sorted by UTF-16 units, no spaces, whole numbers only. Throws
 * RangeError for values without an exact form: fractions, numbers past 2^53, lone surrogates, undefined.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return whole(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new RangeError('Only JSON can be written as JSON.');
  const object = value as { readonly [name: string]: Json };
  const names = Object.keys(object).sort();
  return `{${names.map((name) => `${text(name)}:${canonicalJson(object[name]!)}`).join(',')}}`;
}

/** Text without characters to escape, which is nearly every text of a log. */
const PLAIN = /^[ !#-[\]-~]*$/;

function text(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (/\p{Surrogate}/u.test(value)) throw new RangeError('Text with half a character cannot be written.');
  return JSON.stringify(value);
}

function whole(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('Only whole numbers up to 2^53 can be written.');
  return JSON.stringify(value);
}
