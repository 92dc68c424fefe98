import { isCalendarDate } from '#libs/platform';

const LONGEST = 300;

/** A value of a row that cannot be taken, in words. */
export class CellError extends Error {}

/** One row of a published file. A column that the file does not have is empty. */
export class Cells {
  constructor(
    private readonly values: readonly string[],
    /** Where each column stands; a column goes by the name that the file gives it, or by its number. */
    private readonly places: ReadonlyMap<string, number> = new Map(),
  ) {}

  get count(): number {
    return this.values.length;
  }

  /** The text of the first of these columns that the file has, cleaned; null when empty. */
  text(...columns: readonly (string | number)[]): string | null {
    for (const column of columns) {
      const place = typeof column === 'number' ? column : this.places.get(column.toLowerCase());
      if (place === undefined) continue;
      const text = (this.values[place] ?? '')
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim();
      if (text.length > LONGEST) throw new CellError(`${column} is longer than ${LONGEST} characters`);
      return text || null;
    }
    return null;
  }

  required(name: string, ...columns: readonly (string | number)[]): string {
    const text = this.text(...columns);
    if (text === null) throw new CellError(`${name} is empty`);
    return text;
  }

  code(name: string, shape: RegExp, ...columns: readonly (string | number)[]): string {
    const code = this.required(name, ...columns).toUpperCase();
    if (!shape.test(code)) throw new CellError(`${name} “${code}” does not have the shape of one`);
    return code;
  }

  /** '01-09-2011' of GIAS, '20110901' of ODS, and '201109' of the ONS as its first or last day. */
  date(name: string, day: 'first' | 'last', ...columns: readonly (string | number)[]): string | null {
    const text = this.text(...columns);
    if (text === null) return null;
    const iso = isoOf(text, day);
    if (!iso || !isCalendarDate(iso)) throw new CellError(`${name} “${text}” is not a date`);
    return iso;
  }

  age(name: string, column: string): number | null {
    const text = this.text(column);
    if (text === null) return null;
    if (!/^\d{1,2}$/.test(text)) throw new CellError(`${name} “${text}” is not an age`);
    return Number(text);
  }

  postcode(required: boolean, ...columns: readonly (string | number)[]): string | null {
    const text = this.text(...columns);
    if (text === null) {
      if (required) throw new CellError('The postcode is empty');
      return null;
    }
    const compact = text.toUpperCase().replaceAll(' ', '');
    if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(compact))
      throw new CellError(`The postcode “${text}” does not have the shape of one`);
    return `${compact.slice(0, -3)} ${compact.slice(-3)}`;
  }
}

function isoOf(text: string, day: 'first' | 'last'): string | null {
  const british = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text);
  if (british) return `${british[3]}-${british[2]}-${british[1]}`;
  const plain = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  if (plain) return `${plain[1]}-${plain[2]}-${plain[3]}`;
  const month = /^(\d{4})(\d{2})$/.exec(text);
  if (!month) return null;
  const [year, number] = [Number(month[1]), Number(month[2])];
  if (number < 1 || number > 12) return null;
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return `${month[1]}-${month[2]}-${day === 'first' ? '01' : last}`;
}
