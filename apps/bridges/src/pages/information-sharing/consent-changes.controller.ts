import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { ConsentRenewalService } from '#libs/casework/information-sharing';
import { FormReader } from '#libs/page-kit';
import { keysOf, RENEWAL_CAUSES } from '#libs/terms';
import { done, type Page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { LEDGER, LedgerPageService } from './ledger-page.service.js';

@Controller('episodes/:id/consents/changes')
export class ConsentChangesController {
  constructor(
    private readonly ledger: LedgerPageService,
    private readonly renewal: ConsentRenewalService,
  ) {}

  /** Marks that the family must be asked again, because the person who may decide has changed. */
  @Post()
  @Allow('consent.record')
  async noteChange(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const cause = form.choice('cause', keysOf(RENEWAL_CAUSES), {
      label: 'what has changed',
      message: 'Select what has changed',
    });
    const note = form.optionalLongText('changeNote', { label: 'what you know', max: 2000 });
    const result = await submit(form, () => this.renewal.noteChange(id, cause, note));
    if (result.ok)
      return done(
        `/episodes/${id}/consents`,
        'Change saved. Ask the person who can decide now, and record their decision.',
      );
    return pageWithErrors(LEDGER, {
      ...(await this.ledger.load(id)),
      errors: result.errors,
      typed: form.typed,
    });
  }
}
