import { Injectable } from '@nestjs/common';
import { audit, mayEver } from '#libs/access';
import { actor, forbidden, invalidField, db } from '#libs/platform';
import { AGENCY_KINDS, isKeyOf, labelOf } from '#libs/terms';

/** The dimensions by which open episodes are counted. */
export const FIGURES_BY = {
  level: 'Level of need',
  locality: 'Locality',
  agency_kind: 'Type of agency that started it',
} as const;
type FiguresBy = keyof typeof FIGURES_BY;

interface Figure {
  readonly key: string;
  readonly name: string;
  /** Null when withheld: it is small, or would reveal a small one. */
  readonly families: number | null;
}
export interface Figures {
  readonly by: FiguresBy;
  readonly rows: readonly Figure[];
  readonly total: number | null;
}

/** Counts of the area's open episodes, without lists behind them. The database counts; it returns no rows. */
@Injectable()
export class FiguresService {
  /** One table. 422 for an unknown one. */
  async figures(by: string): Promise<Figures> {
    if (!mayEver(actor().role, 'figures.read')) throw forbidden('Your role does not include figures.');
    if (!isKeyOf(FIGURES_BY, by))
      throw invalidField('by', `by must be one of ${Object.keys(FIGURES_BY).join(', ')}`);
    const rows = (await db().query('select key, name, families from access.figures($1)', [by])) as Figure[];
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
