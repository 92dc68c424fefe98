import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, invalid, now, query } from '#libs/platform';
import { checkPostcode } from '#libs/terms';
import { importReferenceFile, type ImportResult } from './import-reference-file.js';
import { ReferenceFileError, type ReferenceKind } from './reference-kinds.js';

/** A school or a practice as it is chosen: `text` is what a record keeps, with its public code. */
export interface PlaceChoice {
  readonly text: string;
  readonly where: string | null;
}
export interface PlaceOfPostcode {
  readonly postcode: string;
  readonly district: string | null;
  readonly ward: string | null;
  /** The locality of Bridges for this district; null outside the area. */
  readonly localityId: string | null;
}
export interface LatestImport {
  readonly kind: ReferenceKind;
  readonly fileName: string;
  readonly importedAt: Date;
  readonly importedBy: string | null;
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  readonly unchanged: number;
}

const MOST = 20;

/** Public reference data: schools, practices, and what a postcode says of a place. No family is named in it. */
@Injectable()
export class ReferenceDataService {
  /** Schools open today whose name, town or postcode has all these words. */
  schools(words: string): Promise<PlaceChoice[]> {
    return this.matching(
      `select name || coalesce(', ' || town, '') || ' (URN ' || code || ')' as text,
         nullif(concat_ws(', ', kind, street, postcode), '') as where
       from reference_schools r where ${MATCHES} order by lower(name), code limit ${MOST}`,
      words,
    );
  }

  /** GP practices open today whose name, address or postcode has all these words. */
  gpPractices(words: string): Promise<PlaceChoice[]> {
    return this.matching(
      `select name || coalesce(', ' || postcode, '') || ' (ODS ' || code || ')' as text, address as where
       from reference_organisations r where list = 'gp-practices' and ${MATCHES} order by lower(name), code limit ${MOST}`,
      words,
    );
  }

  /** The district, ward and locality of a postcode; null where it is not in the list. */
  async placeOf(postcode: string): Promise<PlaceOfPostcode | null> {
    const checked = checkPostcode(postcode);
    if (!checked.ok) return null;
    const [place] = await query<PlaceOfPostcode>(
      `select p.code as postcode, d.name as district, w.name as ward, l.id as locality_id
       from reference_postcodes p
       left join reference_areas d on d.code = p.district_code
       left join reference_areas w on w.code = p.ward_code
       left join localities l on l.gss_code = p.district_code
       where p.code = $1`,
      [checked.value],
    );
    return place ?? null;
  }

  /** The last import of each kind. */
  latestImports(): Promise<LatestImport[]> {
    return query(
      `select distinct on (i.kind) i.kind, i.file_name, i.imported_at, p.name as imported_by, i.added, i.changed, i.closed,
         i.unchanged
       from reference_imports i left join practitioners p on p.id = i.imported_by
       order by i.kind, i.imported_at desc, i.id desc`,
    );
  }

  /** Imports a file in its published layout; 422 with the bad rows, and then nothing of it is kept. */
  async importFile(kind: ReferenceKind, name: string, content: Buffer): Promise<ImportResult> {
    const file = { kind, name, open: () => Readable.from([content]) };
    const result = await importReferenceFile(query, file, { by: actor().practitionerId, at: now() }).catch(
      (error: unknown) => {
        throw error instanceof ReferenceFileError ? toProblem(error) : error;
      },
    );
    if (!result.isRepeat)
      await audit('import reference data', 'reference data', { detail: { kind, ...result } });
    return result;
  }

  private async matching(sql: string, text: string): Promise<PlaceChoice[]> {
    const words = text
      .normalize('NFC')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '');
    return words.length === 0 ? [] : query(sql, [words.map((word) => `%${word}%`)]);
  }
}

const TODAY = '(select platform.london_date(platform.now()))';
const MATCHES = `r.search_text like all ($1::text[])
  and (r.valid_from is null or r.valid_from <= ${TODAY}) and (r.valid_until is null or r.valid_until >= ${TODAY})`;

function toProblem({ rows, count }: ReferenceFileError) {
  const told = rows.map(({ line, reason }) => ({ field: 'file', message: `Line ${line}: ${reason}` }));
  const more = count - rows.length;
  return invalid(
    more > 0
      ? [...told, { field: 'file', message: `${more} more ${more === 1 ? 'row is' : 'rows are'} wrong` }]
      : told,
  );
}
