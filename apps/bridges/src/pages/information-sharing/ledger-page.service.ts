import { Injectable } from '@nestjs/common';
import { ConsentLedgerService, ConsentRenewalService } from '#libs/casework/information-sharing';
import { CONSENT_PURPOSES, isKeyOf, optionsOf, RENEWAL_CAUSES } from '#libs/terms';
import { EpisodeHeader } from '../shared/episode-header.js';
import { ledgerRows, purposesIn, standingRows, toEndingView } from './ledger.page.js';

export const LEDGER = 'information-sharing/ledger.njk';

/** The consent ledger of an episode, for each form on its page. */
@Injectable()
export class LedgerPageService {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly ledger: ConsentLedgerService,
    private readonly renewal: ConsentRenewalService,
  ) {}

  async load(id: string, asked?: unknown) {
    const { seen, episode } = await this.header.open(id, 'consent');
    const entries = await this.ledger.entries(id);
    const due = seen.open ? await this.renewal.due([id]) : null;
    const purpose = isKeyOf(CONSENT_PURPOSES, asked) ? asked : '';
    return {
      title: 'Consent',
      episode,
      seen,
      standing: standingRows(await this.ledger.standing(id)),
      entries: ledgerRows(entries.filter((entry) => purpose === '' || entry.purpose === purpose)),
      purposes: purposesIn(entries),
      filter: { purpose },
      endings: due ? due.endings.map(toEndingView) : [],
      prompts: due ? due.prompts : [],
      causes: optionsOf(RENEWAL_CAUSES),
    };
  }
}
