import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { WithdrawalSignOffsService } from '#libs/casework/information-sharing';
import { FormReader } from '#libs/page-kit';
import { done, type Page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { LEDGER, LedgerPageService } from './ledger-page.service.js';

@Controller('episodes/:id/consents/sign-offs')
export class WithdrawalSignOffsController {
  constructor(
    private readonly ledger: LedgerPageService,
    private readonly signOffs: WithdrawalSignOffsService,
  ) {}

  /** Records that a manager has reviewed the concern left by a withdrawal. */
  @Post()
  @Allow('withdrawal.sign_off')
  async signOff(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const note = form.longText('note', {
      label: 'what you found',
      message: 'Enter what you found and what happens next',
      max: 2000,
    });
    const result = await submit(form, () => this.signOffs.signOff(String(body['withdrawalId'] ?? ''), note));
    if (result.ok) return done(`/episodes/${id}/consents`, 'The withdrawal is signed off.');
    return pageWithErrors(LEDGER, {
      ...(await this.ledger.load(id)),
      errors: result.errors,
      typed: form.typed,
    });
  }
}
