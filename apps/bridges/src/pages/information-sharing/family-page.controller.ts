import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ConsentLedgerService } from '#libs/casework/information-sharing';
import { type Page, page } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toFamilyPage } from './family-page.js';

/** A decision as a page for the person who made it: to read, print and keep. */
@Controller('consents/:id/family-page')
export class FamilyPageController {
  constructor(
    private readonly ledger: ConsentLedgerService,
    private readonly header: EpisodeHeader,
  ) {}

  @Get()
  @Allow('consent.read')
  async show(@Param('id') id: string): Promise<Page> {
    const entry = await this.ledger.entry(id);
    const { seen, episode } = await this.header.open(entry.episodeId, 'consent');
    const paper = await this.ledger.paperOf(id);
    return page('information-sharing/family-page.njk', {
      ...toFamilyPage(entry, paper, seen.openingAgency?.id ?? null),
      backHref: `${episode.href}/consents`,
    });
  }
}
