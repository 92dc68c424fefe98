import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { CellError, Cells } from './cells.js';
import type { Layout, ReferenceRow } from './layouts.js';
import { type BadRow, ReferenceFileError } from './reference-kinds.js';

/** Opens the file from its beginning: it is read once for its encoding and once for its rows. */
export type FileSource = () => Readable;

const BATCH = 2_000;
const BAD_ROWS_TOLD = 20;
const LONGEST_ROW = 100_000;

/**
 * The rows of a published file in batches, so that a file of any length takes no more memory than its codes. Throws a
 * ReferenceFileError after the last row if any row is bad, and before the first if it is another file.
 */
export async function* readReferenceFile(source: FileSource, layout: Layout): AsyncGenerator<ReferenceRow[]> {
  const bad: BadRow[] = [];
  let count = 0;
  const reject = (line: number, reason: string): void => {
    count++;
    if (bad.length < BAD_ROWS_TOLD) bad.push({ line, reason });
  };
  const codes = new Set<string>();
  let places: Map<string, number> | null = layout.header === null ? new Map() : null;
  let batch: ReferenceRow[] = [];
  try {
    for await (const { record, info } of await recordsOf(source)) {
      if (places === null) {
        places = placesOf(record, layout.header!);
        continue;
      }
      const row = readRow(new Cells(record, places), layout, (reason) => reject(info.lines, reason));
      if (!row) continue;
      const code = String(row['code']);
      if (codes.has(code)) reject(info.lines, `${code} is in the file twice`);
      else batch.push(row);
      codes.add(code);
      if (batch.length < BATCH || count > 0) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    reject(Number(error['lines'] ?? 0), 'The row is not in the form of a CSV file');
  }
  if (count === 0 && codes.size === 0) reject(1, 'The file has no rows');
  if (count > 0) throw new ReferenceFileError(bad, count);
  if (batch.length > 0) yield batch;
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

async function recordsOf(source: FileSource): Promise<AsyncIterable<ParsedRecord>> {
  const text = Readable.from(decoded(source(), await encodingOf(source)));
  const parser = parse({
    info: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  text.once('error', (error) => parser.destroy(error));
  return text.pipe(parser) as AsyncIterable<ParsedRecord>;
}

/** GIAS publishes in Windows-1252, the others in UTF-8. */
async function encodingOf(source: FileSource): Promise<'utf-8' | 'windows-1252'> {
  try {
    for await (const _text of decoded(source(), 'utf-8'));
    return 'utf-8';
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'windows-1252';
    throw error;
  }
}

async function* decoded(stream: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of stream) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** Columns by name in lower case; those with a year in their name, like LAD25CD, also without it. */
function placesOf(header: readonly string[], needed: readonly (string | RegExp)[]): Map<string, number> {
  const names = header.map((name) => name.trim());
  const missing = needed.filter(
    (one) =>
      !names.some((name) =>
        typeof one === 'string' ? name.toLowerCase() === one.toLowerCase() : one.test(name),
      ),
  );
  if (missing.length > 0) {
    const words = missing.map((one) => (typeof one === 'string' ? one : toWords(one))).join(', ');
    throw new ReferenceFileError([{ line: 1, reason: `The file has no column ${words}` }], 1);
  }
  return new Map(
    names.flatMap((name, place) => [
      [name.toLowerCase(), place],
      [name.toLowerCase().replace(/^(lad|wd)\d\d(cd|nm)$/, '$1$2'), place],
    ]),
  );
}

const toWords = (pattern: RegExp): string =>
  pattern.source
    .replaceAll(/[\^$()]/g, '')
    .replaceAll('\\d\\d', '25')
    .replaceAll('|', ' or ');

function readRow(cells: Cells, layout: Layout, reject: (reason: string) => void): ReferenceRow | null {
  try {
    return layout.read(cells);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    reject(error.message);
    return null;
  }
}
