import { CellError, type Cells } from './cells.js';
import type { ReferenceKind } from './reference-kinds.js';

/** A row of a table of reference data, by column. */
export type ReferenceRow = Readonly<Record<string, string | number | null>>;

/** The published layout of one kind, and the table that it fills. */
export interface Layout {
  readonly table: string;
  readonly columns: Readonly<Record<string, 'text' | 'date' | 'smallint'>>;
  /** What is the same for every row of the kind. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Columns without which the file is another one; none for files without a header. */
  readonly header: readonly (string | RegExp)[] | null;
  readonly read: (cells: Cells) => ReferenceRow;
}

/** After the last day that a date can be: announced, and not open yet. */
const NOT_YET = '9999-12-31';
const LONG_AGO = '1900-01-01';
const GSS = /^[A-Z]\d{8}$/;
const DATES = { valid_from: 'date', valid_until: 'date' } as const;

const searchText = (...parts: readonly (string | null)[]): string =>
  parts
    .filter((part) => part !== null)
    .join(' ')
    .toLowerCase();

function dated(from: string | null, until: string | null) {
  if (from !== null && until !== null && until < from)
    throw new CellError(`The last day, ${until}, is before the first, ${from}`);
  return { valid_from: from, valid_until: until };
}

const SCHOOLS: Layout = {
  table: 'reference_schools',
  columns: {
    code: 'text',
    name: 'text',
    kind: 'text',
    phase: 'text',
    low_age: 'smallint',
    high_age: 'smallint',
    street: 'text',
    town: 'text',
    postcode: 'text',
    telephone: 'text',
    district_code: 'text',
    ...DATES,
    search_text: 'text',
  },
  header: ['URN', 'EstablishmentName', 'EstablishmentStatus (name)', 'OpenDate', 'CloseDate', 'Postcode'],
  read: (cells) => {
    const name = cells.required('EstablishmentName', 'EstablishmentName');
    const [town, postcode] = [cells.text('Town'), cells.postcode(false, 'Postcode')];
    const status = cells.required('EstablishmentStatus (name)', 'EstablishmentStatus (name)');
    const opened = cells.date('OpenDate', 'first', 'OpenDate');
    const closed = cells.date('CloseDate', 'last', 'CloseDate');
    const from = status === 'Proposed to open' ? (opened ?? NOT_YET) : opened;
    return {
      code: cells.code('URN', /^\d{6}$/, 'URN'),
      name,
      kind: cells.text('TypeOfEstablishment (name)'),
      phase: cells.text('PhaseOfEducation (name)'),
      low_age: cells.age('StatutoryLowAge', 'StatutoryLowAge'),
      high_age: cells.age('StatutoryHighAge', 'StatutoryHighAge'),
      street: cells.text('Street'),
      town,
      postcode,
      telephone: cells.text('TelephoneNum'),
      district_code: cells.text('DistrictAdministrative (code)'),
      // Of some schools that closed long ago the day is not known.
      ...dated(from, status === 'Closed' ? (closed ?? from ?? LONG_AGO) : closed),
      search_text: searchText(name, town, postcode),
    };
  },
};

/** The files of ODS have no header: code, name, two groupings, five lines of address, postcode, opened, closed, … */
const odsLayout = (list: 'gp-practices' | 'organisations'): Layout => ({
  table: 'reference_organisations',
  columns: {
    code: 'text',
    name: 'text',
    address: 'text',
    postcode: 'text',
    telephone: 'text',
    ...DATES,
    search_text: 'text',
  },
  fixed: { list },
  header: null,
  read: (cells) => {
    if (cells.count < 12) throw new CellError('The row has fewer than the 12 columns that are needed');
    const name = cells.required('The name', 1);
    const address = [4, 5, 6, 7, 8].flatMap((column) => cells.text(column) ?? []).join(', ') || null;
    const postcode = cells.postcode(false, 9);
    return {
      code: cells.code('The code', /^[A-Z0-9]{3,12}$/, 0),
      name,
      address,
      postcode,
      telephone: cells.text(17),
      ...dated(cells.date('The open date', 'first', 10), cells.date('The close date', 'last', 11)),
      search_text: searchText(name, address, postcode),
    };
  },
});

const AREA_COLUMNS = { code: 'text', name: 'text', district_code: 'text', ...DATES } as const;

const DISTRICTS: Layout = {
  table: 'reference_areas',
  columns: AREA_COLUMNS,
  fixed: { list: 'districts' },
  header: [/^LAD\d\dCD$/i, /^LAD\d\dNM$/i],
  read: (cells) => ({
    code: cells.code('The code of the district', GSS, 'LADCD'),
    name: cells.required('The name of the district', 'LADNM'),
    district_code: null,
    ...dated(null, null),
  }),
};

const WARDS: Layout = {
  table: 'reference_areas',
  columns: AREA_COLUMNS,
  fixed: { list: 'wards' },
  header: [/^WD\d\dCD$/i, /^WD\d\dNM$/i, /^LAD\d\dCD$/i],
  read: (cells) => ({
    code: cells.code('The code of the ward', GSS, 'WDCD'),
    name: cells.required('The name of the ward', 'WDNM'),
    district_code: cells.code('The code of the district', GSS, 'LADCD'),
    ...dated(null, null),
  }),
};

const POSTCODES: Layout = {
  table: 'reference_postcodes',
  columns: { code: 'text', district_code: 'text', ward_code: 'text', ...DATES },
  header: ['pcds', /^(oslaua|laua|lad\d\dcd)$/i, 'dointr', 'doterm'],
  read: (cells) => ({
    code: cells.postcode(true, 'pcds'),
    district_code: cells.code('The code of the district', GSS, 'oslaua', 'laua', 'LADCD'),
    ward_code: cells.text('osward', 'ward', 'WDCD'),
    ...dated(cells.date('dointr', 'first', 'dointr'), cells.date('doterm', 'last', 'doterm')),
  }),
};

export const LAYOUTS: Readonly<Record<ReferenceKind, Layout>> = {
  schools: SCHOOLS,
  'gp-practices': odsLayout('gp-practices'),
  organisations: odsLayout('organisations'),
  districts: DISTRICTS,
  wards: WARDS,
  postcodes: POSTCODES,
};
