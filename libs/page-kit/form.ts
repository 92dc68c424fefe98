import { isStorable, lengthOf, withoutUnstorable, normaliseText } from '#libs/terms';
import { date as inWords } from './dates.js';
import { dateFrom } from './form-date.js';
import { capitalise, fieldOf } from './form-text.js';

/** A message beside one field; the error summary links to `#field`. */
export interface FieldError {
  field: string;
  message: string;
}

/**
 * `label` is the field's name in mid-sentence ("the date of the review"); `message` says what to do when it is missing.
 */
export interface Ask {
  label: string;
  message?: string;
}

export type FormAnswer<V> =
  | { ok: true; values: V }
  | { ok: false; errors: readonly FieldError[]; typed: Readonly<Record<string, unknown>> };

/**
 * Reads the body of a posted form, field by field, and collects an error beside each invalid field. The values count
 * only when `ok`; `typed` holds the raw input, so that the page can show it again.
 */
export class FormReader {
  readonly errors: FieldError[] = [];
  readonly typed: Record<string, unknown> = {};

  constructor(private readonly body: unknown) {
    // A field that an answer makes needless, and that is not read, is shown again as well.
    for (const [name, value] of Object.entries(typeof body === 'object' && body !== null ? body : {}))
      if (typeof value === 'string' && name !== '_csrf') this.typed[name] = withoutUnstorable(value);
  }

  get ok(): boolean {
    return this.errors.length === 0;
  }

  /** One required line of at most `max` characters (200). */
  text(name: string, ask: Ask & { max?: number }): string {
    return this.optionalText(name, ask) ?? this.missing(name, ask, 'Enter');
  }

  optionalText(name: string, ask: Ask & { max?: number }): string | null {
    return this.readText(name, ask, false, ask.max ?? 200);
  }

  /** Required paragraphs of at most `max` characters (10,000). */
  longText(name: string, ask: Ask & { max?: number }): string {
    return this.optionalLongText(name, ask) ?? this.missing(name, ask, 'Enter');
  }

  optionalLongText(name: string, ask: Ask & { max?: number }): string | null {
    return this.readText(name, ask, true, ask.max ?? 10_000);
  }

  /** A date from `name-day`, `name-month` and `name-year` as 'YYYY-MM-DD'; bounds are included. */
  date(name: string, ask: Ask & { earliest?: string; latest?: string }): string {
    return this.optionalDate(name, ask) ?? this.missing(name, ask, 'Enter');
  }

  optionalDate(name: string, ask: Ask & { earliest?: string; latest?: string }): string | null {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => this.typedLine(`${name}-${part}`));
    if (!day && !month && !year) return null;
    const read = dateFrom({ day: day ?? '', month: month ?? '', year: year ?? '' });
    if ('error' in read) return this.addError(name, ask, read.error);
    const { earliest, latest } = ask;
    if (earliest && read.iso < earliest)
      return this.addError(name, ask, `must be ${inWords(earliest)} or later`);
    if (latest && read.iso > latest) return this.addError(name, ask, `must be ${inWords(latest)} or earlier`);
    return read.iso;
  }

  /** A month from `name-month` and `name-year` as 'YYYY-MM'. */
  optionalMonth(name: string, ask: Ask): string | null {
    const [month, year] = ['month', 'year'].map((part) => this.typedLine(`${name}-${part}`));
    if (!month && !year) return null;
    const read = dateFrom({ day: '1', month: month ?? '', year: year ?? '' });
    return 'error' in read
      ? this.addError(name, ask, read.error.replace('a real date', 'a real month'))
      : read.iso.slice(0, 7);
  }

  /** One of the allowed values. */
  choice<T extends string>(name: string, allowed: readonly T[], ask: Ask): T {
    return this.optionalChoice(name, allowed, ask) ?? (this.missing(name, ask, 'Select') as T);
  }

  optionalChoice<T extends string>(name: string, allowed: readonly T[], ask: Ask): T | null {
    const typed = this.typedLine(name);
    if (typed === '') return null;
    const chosen = allowed.find((value) => value === typed);
    return chosen ?? this.addError(name, ask, 'must be one of the options');
  }

  /** Any of the allowed values in their own order, without repeats; an empty choice is an error unless `optional`. */
  choices<T extends string>(name: string, allowed: readonly T[], ask: Ask & { optional?: boolean }): T[] {
    const raw = fieldOf(this.body, name);
    const list = raw === undefined || raw === '' ? [] : Array.isArray(raw) ? raw : [raw];
    const typed = list.filter((value): value is string => typeof value === 'string');
    this.typed[name] = typed;
    const isAllowed = (value: string): boolean => (allowed as readonly string[]).includes(value);
    if (typed.length < list.length || !typed.every(isAllowed))
      this.addError(name, ask, 'must only include options from the list');
    else if (typed.length === 0 && !ask.optional) this.missing(name, ask, 'Select');
    return allowed.filter((value) => typed.includes(value));
  }

  /** A whole number from `min` to `max`. NaN stands for an error. */
  integer(name: string, ask: Ask & { min: number; max: number }): number {
    const number = this.optionalInteger(name, ask);
    if (number === null) this.missing(name, ask, 'Enter');
    return number ?? NaN;
  }

  optionalInteger(name: string, ask: Ask & { min: number; max: number }): number | null {
    const typed = this.typedLine(name);
    if (typed === '') return null;
    if (!/^-?\d{1,15}$/.test(typed)) return this.addError(name, ask, 'must be a whole number');
    const number = Number(typed);
    const inRange = number >= ask.min && number <= ask.max;
    return inRange ? number : this.addError(name, ask, `must be between ${ask.min} and ${ask.max}`);
  }

  /** "yes" or "no"; the message should name the choice ("Select yes if the child was there"). */
  yesNo(name: string, ask: Ask): boolean {
    return this.choice(name, ['yes', 'no'], ask) === 'yes';
  }

  /** Adds an error about several values together; `field` is where to correct it. */
  reject(field: string, message: string): void {
    this.errors.push({ field, message });
  }

  /** The values when every field is valid; else the errors and the raw input. */
  answer<V>(values: V): FormAnswer<V> {
    return this.ok ? { ok: true, values } : { ok: false, errors: this.errors, typed: this.typed };
  }

  private readText(name: string, ask: Ask, multiline: boolean, max: number): string | null {
    const raw = fieldOf(this.body, name) ?? '';
    this.typed[name] = typeof raw === 'string' ? withoutUnstorable(raw) : '';
    if (typeof raw !== 'string') return this.addError(name, ask, 'must be text');
    if (!isStorable(raw))
      return this.addError(name, ask, 'must not include hidden characters: type it again');
    const text = normaliseText(raw, multiline);
    const tooLong = lengthOf(text) > max;
    if (tooLong)
      return this.addError(name, ask, `must be ${max.toLocaleString('en-GB')} characters or fewer`);
    return text === '' ? null : text;
  }

  private typedLine(name: string): string {
    const raw = fieldOf(this.body, name);
    this.typed[name] = typeof raw === 'string' ? withoutUnstorable(raw) : '';
    // A value that is not text did not come from this form: an object that no reader takes for an answer.
    if (raw !== undefined && typeof raw !== 'string') return '\u0000';
    return (raw ?? '').trim();
  }

  private addError(name: string, ask: Ask, problem: string): null {
    this.reject(name, `${capitalise(ask.label)} ${problem}`);
    return null;
  }

  private missing(name: string, ask: Ask, verb: 'Enter' | 'Select'): string {
    const hasError = this.errors.some(({ field }) => field === name);
    if (!hasError) this.reject(name, ask.message ?? `${verb} ${ask.label}`);
    return '';
  }
}
