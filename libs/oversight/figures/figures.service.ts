import { Injectable } from '@nestjs/common';
import { audit, mayEver } from '#libs/access';
import { actor, forbidden, invalidField, records } from '#libs/platform';
import { AGENCY_KINDS, isKeyOf, labelOf } from '#libs/terms';

/** What open episodes are divided by. */
export const FIGURES_BY = {
  level: 'Level of need',
  locality: 'Locality',
  agency_kind: 'Type of agency that opened it',
} as const;
export type FiguresBy = keyof typeof FIGURES_BY;

export interface Figure {
  readonly key: string;
  readonly name: string;
  /** Null when it is kept back: it is small, or would give a small one away. */
  readonly families: number | null;
}
export interface Figures {
  readonly by: FiguresBy;
  readonly rows: readonly Figure[];
  readonly total: number | null;
}

/** Counts of the area's open episodes, with no list behind them. The database counts; it shows no row. */
@Injectable()
export class FiguresService {
  /** One table. 422 when it is not one of those that are counted. */
  async figures(by: string): Promise<Figures> {
    if (!mayEver(actor().role, 'figures.read')) throw forbidden('Your role does not include figures.');
    if (!isKeyOf(FIGURES_BY, by))
      throw invalidField('by', `by must be one of ${Object.keys(FIGURES_BY).join(', ')}`);
    const rows = (await records().query('select key, name, families from access.figures($1)', [
      by,
    ])) as Figure[];
    await audit('read figures', 'figures', { detail: { by } });
    return {
      by,
      rows: rows
        .filter(({ key }) => key !== 'total')
        .map((row) => ({
          ...row,
          name: isKeyOf(AGENCY_KINDS, row.key) ? labelOf(AGENCY_KINDS, row.key) : row.name,
        })),
      total: rows.find(({ key }) => key === 'total')?.families ?? null,
    };
  }
}
