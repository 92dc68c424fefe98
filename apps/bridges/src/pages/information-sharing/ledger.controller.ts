import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { type Page, page } from '../../http/page.js';
import { LEDGER, LedgerPageService } from './ledger-page.service.js';

@Controller('episodes/:id/consents')
export class LedgerController {
  constructor(private readonly ledger: LedgerPageService) {}

  @Get()
  @Allow('consent.read')
  async show(@Param('id') id: string, @Query('purpose') asked?: unknown): Promise<Page> {
    return page(LEDGER, { ...(await this.ledger.load(id, asked)), typed: {} });
  }
}
