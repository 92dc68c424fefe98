import { Readable } from 'node:stream';
import { LAYOUTS, type ReferenceRow } from './layouts.js';
import { readReferenceFile } from './read-reference-file.js';
import { ReferenceFileError, type ReferenceKind } from './reference-kinds.js';

const GIAS =
  'URN,EstablishmentName,EstablishmentStatus (name),OpenDate,CloseDate,Postcode,Town,DistrictAdministrative (code)';

async function rowsOf(kind: ReferenceKind, content: string | Buffer): Promise<ReferenceRow[]> {
  const rows: ReferenceRow[] = [];
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for await (const batch of readReferenceFile(() => Readable.from([bytes]), LAYOUTS[kind]))
    rows.push(...batch);
  return rows;
}
async function badRowsOf(kind: ReferenceKind, content: string) {
  const error = await rowsOf(kind, content).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ReferenceFileError);
  return (error as ReferenceFileError).rows;
}

describe('a file of schools as GIAS publishes it', () => {
  it('gives a school with its dates and its place', async () => {
    const [school] = await rowsOf(
      'schools',
      `${GIAS}\n100001,"Saint Chad’s, Lower",Open,01-09-2011,,le671aa,Coalville,E07000134\n`,
    );
    expect(school).toEqual(
      expect.objectContaining({
        code: '100001',
        name: 'Saint Chad’s, Lower',
        postcode: 'LE67 1AA',
        town: 'Coalville',
        valid_from: '2011-09-01',
        valid_until: null,
        search_text: 'saint chad’s, lower coalville le67 1aa',
      }),
    );
  });
  it('is read in Windows-1252, with a mark at its beginning, and in any order of columns', async () => {
    const windows = Buffer.from(`${GIAS}\n100001,Caf\xe9 School,Open,,,,,\n`, 'latin1');
    expect((await rowsOf('schools', windows))[0]!['name']).toBe('Café School');
    const marked = `\ufeffPostcode,URN,EstablishmentName,CloseDate,OpenDate,EstablishmentStatus (name)\nLE67 1AA,100002,Turned,,,Open\n`;
    expect((await rowsOf('schools', marked))[0]!['code']).toBe('100002');
  });
  it('ends a school that closed on a day that is not known, and begins no school before it opens', async () => {
    const rows = await rowsOf(
      'schools',
      `${GIAS}\n100001,Gone,Closed,01-09-1970,,,,\n100002,Coming,Proposed to open,,,,,\n`,
    );
    expect(rows.map((row) => [row['valid_from'], row['valid_until']])).toEqual([
      ['1970-09-01', '1970-09-01'],
      ['9999-12-31', null],
    ]);
  });
  it('is told row by row what is wrong, with the line in the file', async () => {
    const bad = await badRowsOf(
      'schools',
      [
        GIAS,
        '100001,Right,Open,,,,,',
        '12,Short,Open,,,,,',
        '100003,,Open,,,,,',
        '100004,"Two\nlines",Open,31-02-2011,,,,',
        '100005,Backwards,Closed,01-09-2011,01-09-2001,,,',
        '100006,Nowhere,Open,,,NOT A POSTCODE,,',
        '100001,Again,Open,,,,,',
      ].join('\n'),
    );
    expect(bad).toEqual([
      { line: 3, reason: 'URN “12” does not have the shape of one' },
      { line: 4, reason: 'EstablishmentName is empty' },
      { line: 6, reason: 'OpenDate “31-02-2011” is not a date' },
      { line: 7, reason: 'The last day, 2001-09-01, is before the first, 2011-09-01' },
      { line: 8, reason: 'The postcode “NOT A POSTCODE” does not have the shape of one' },
      { line: 9, reason: '100001 is in the file twice' },
    ]);
  });
  it('is refused as another file when columns are missing, and when it is empty', async () => {
    expect(await badRowsOf('schools', 'Code,Name\n1,x\n')).toEqual([
      { line: 1, reason: expect.stringContaining('The file has no column URN, EstablishmentName') },
    ]);
    expect(await badRowsOf('schools', `${GIAS}\n`)).toEqual([{ line: 1, reason: 'The file has no rows' }]);
    expect(await badRowsOf('schools', `${GIAS}\n100001,"never closed,Open,,,,,\n`)).toEqual([
      { line: expect.any(Number), reason: 'The row is not in the form of a CSV file' },
    ]);
  });
});

describe('the other published files', () => {
  it('of ODS have no header, and say what is closed', async () => {
    const practice =
      '"Y99005","OLD MILL SURGERY","Y60","QK1","MILL LANE","HINCKLEY","","","","LE993AE","19740401","20180331","C"';
    expect(await rowsOf('gp-practices', `${practice}\n`)).toEqual([
      expect.objectContaining({
        code: 'Y99005',
        address: 'MILL LANE, HINCKLEY',
        postcode: 'LE99 3AE',
        valid_from: '1974-04-01',
        valid_until: '2018-03-31',
      }),
    ]);
    expect(await badRowsOf('gp-practices', 'Y99005,SHORT\n')).toEqual([
      { line: 1, reason: 'The row has fewer than the 12 columns that are needed' },
    ]);
  });
  it('of the ONS carry the year in the names of their columns', async () => {
    expect(await rowsOf('wards', 'WD24CD,WD24NM,LAD24CD\nE05999001,Brook,E07000134\n')).toEqual([
      expect.objectContaining({ code: 'E05999001', name: 'Brook', district_code: 'E07000134' }),
    ]);
    expect(await badRowsOf('districts', 'WD25CD,WD25NM\nE05999001,Brook\n')).toEqual([
      { line: 1, reason: 'The file has no column LAD25CD, LAD25NM' },
    ]);
  });
  it('of postcodes hold from their first month until the end of their last', async () => {
    const head = 'pcd,pcds,dointr,doterm,oslaua,osward';
    expect(
      await rowsOf('postcodes', `${head}\nLE999ZZ,LE99 9ZZ,198001,202402,E06000016,E05999009\n`),
    ).toEqual([
      {
        code: 'LE99 9ZZ',
        district_code: 'E06000016',
        ward_code: 'E05999009',
        valid_from: '1980-01-01',
        valid_until: '2024-02-29',
      },
    ]);
    expect(await badRowsOf('postcodes', `${head}\nLE999ZZ,LE99 9ZZ,198013,,E06000016,\n`)).toEqual([
      { line: 2, reason: 'dointr “198013” is not a date' },
    ]);
  });
});
