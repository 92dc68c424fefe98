/** The kinds of public reference data, and the published file of each. */
export const REFERENCE_KINDS = {
  schools: 'Schools (GIAS, all establishment fields)',
  'gp-practices': 'GP practices (ODS, epraccur)',
  organisations: 'NHS organisations (ODS, etr or similar)',
  districts: 'Districts (ONS, local authority districts)',
  wards: 'Wards (ONS, ward to district)',
  postcodes: 'Postcodes (ONS Postcode Directory)',
} as const;
export type ReferenceKind = keyof typeof REFERENCE_KINDS;

/** What one import did: a row of the file is one of the four. */
export interface ImportReport {
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  readonly unchanged: number;
}

export interface BadRow {
  readonly line: number;
  readonly reason: string;
}

/** A file that was not imported, with its first bad rows. */
export class ReferenceFileError extends Error {
  constructor(
    readonly rows: readonly BadRow[],
    readonly count: number,
  ) {
    super(
      `Nothing was imported. ${count === 1 ? 'One row is' : `${count} rows are`} wrong:\n${rows
        .map(({ line, reason }) => `  line ${line}: ${reason}`)
        .join('\n')}`,
    );
  }
}
