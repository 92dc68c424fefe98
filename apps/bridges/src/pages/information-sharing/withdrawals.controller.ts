import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow } from '#libs/access';
import { WithdrawalsService } from '#libs/casework/information-sharing';
import { actor, isId } from '#libs/platform';
import { CONSENT_PURPOSES, type ConsentPurpose, DECIDER_CAPACITIES, labelOf, optionsOf } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { readWithdrawalForm } from './consent.form.js';
import { toAffectedView } from './withdrawal.page.js';

@Controller('consents/:id/withdrawal')
export class WithdrawalsController {
  constructor(
    private readonly withdrawals: WithdrawalsService,
    private readonly header: EpisodeHeader,
  ) {}

  /** Before anything is confirmed, lists the people who will lose access and what they will lose. */
  @Get()
  @Allow('consent.withdraw')
  async preview(@Param('id') id: string, @Query('agency') agency?: unknown): Promise<Page> {
    return page('information-sharing/withdrawal.njk', { ...(await this.load(id, agency)), typed: {} });
  }

  @Post()
  @Allow('consent.withdraw')
  async withdraw(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const agencyId = isId(body['agency']) ? body['agency'] : null;
    const view = await this.load(id, agencyId);
    const form = readWithdrawalForm(body);
    const result = await submit(form, (values) => this.withdrawals.withdraw(id, { ...values, agencyId }));
    if (result.ok)
      return done(
        view.affected.gone ? '/' : view.afterHref,
        'Consent withdrawn. Practitioners who lost access have been told that it has ended, but not why.',
      );
    return pageWithErrors('information-sharing/withdrawal.njk', {
      ...view,
      errors: result.errors,
      typed: form.ok ? body : form.typed,
    });
  }

  private async load(id: string, agency: unknown) {
    const agencyId = isId(agency) ? agency : null;
    const { entry, affected } = await this.withdrawals.preview(id, agencyId);
    const { episode } = await this.header.open(entry.episodeId, 'consent');
    return {
      title: 'Withdraw consent',
      episode,
      consentId: id,
      entry: {
        decidedOn: entry.decidedOn,
        purpose: labelOf(CONSENT_PURPOSES, entry.purpose as ConsentPurpose),
      },
      agencyId,
      agencyName: entry.agencies.find((one) => one.id === agencyId)?.name ?? null,
      affected: toAffectedView(affected, actor().practitionerId),
      capacities: optionsOf(DECIDER_CAPACITIES),
      afterHref: `/episodes/${entry.episodeId}/consents`,
    };
  }
}
