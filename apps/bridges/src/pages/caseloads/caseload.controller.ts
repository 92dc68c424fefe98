import { Controller, Get, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, audit } from '#libs/access';
import { type CaseloadQuery, CaseloadsService, FILTER_FIELDS } from '#libs/oversight/caseloads';
import { type Page, page } from '../../http/page.js';
import { caseloadCsv } from './caseload.csv.js';
import { caseloadPage } from './caseload.page.js';

@Controller()
export class CaseloadController {
  constructor(private readonly caseloads: CaseloadsService) {}

  @Get('caseload')
  @Allow('caseload.read')
  async show(@Query() query: Record<string, unknown>): Promise<Page> {
    return page('caseloads/caseload.njk', caseloadPage(await this.caseloads.caseload(readFilter(query))));
  }

  /** Exports the same numbers as a file. The export is itself recorded, because data leaves the program. */
  @Get('caseload.csv')
  @Allow('caseload.read')
  async export(
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const caseload = await this.caseloads.caseload(readFilter(query));
    await audit('export caseload', 'caseload', { detail: { by: caseload.by, rows: caseload.groups.length } });
    response.type('text/csv; charset=utf-8').attachment(`caseload-by-${caseload.by}.csv`);
    return caseloadCsv(caseload);
  }
}

/** Only single strings are used as filters: the form cannot produce anything else. */
function readFilter(query: Record<string, unknown>): CaseloadQuery {
  const words = [...FILTER_FIELDS, 'by', 'sort'].flatMap((name) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? [[name, value]] : [];
  });
  return { ...(Object.fromEntries(words) as CaseloadQuery), descending: query['order'] === 'descending' };
}
