import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  type Account,
  AccountsService,
  PasskeyRemovalService,
  PasskeySetUpService,
  PasskeysService,
} from '#libs/accounts';
import { actor, type FieldError, unreachable } from '#libs/platform';
import { BrowserSessions } from '../../http/browser-sessions.js';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { putQuestion } from '../../http/passkey-questions.js';
import type { BridgesRequest } from '../../http/request.js';
import { newPasskeyIn, typedNameIn } from './new-passkey.js';
import { problemsOf } from './new-password.js';
import { toCodesView } from './set-up-view.js';

const NEW = 'accounts/new-passkey.njk';
const NOT_NOW = 'accounts/no-passkey.njk';
const REMOVAL = 'accounts/passkey-removal.njk';

/** A signed-in person's own passkeys. */
@Controller('second-factor/passkeys')
export class PasskeysController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly passkeys: PasskeysService,
    private readonly setUps: PasskeySetUpService,
    private readonly removals: PasskeyRemovalService,
    private readonly sessions: BrowserSessions,
  ) {}

  /** For a person who proved who they are: a stranger's passkey would sign in as its owner. */
  @Get('new')
  @Allow('directory.read')
  @ConfirmedRecently()
  async showNew(@Req() request: BridgesRequest): Promise<Page> {
    return this.newPage(request);
  }

  @Post()
  @Allow('directory.read')
  @ConfirmedRecently()
  async add(@Req() request: BridgesRequest, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    try {
      const { name, answer } = newPasskeyIn(request, body);
      const { codes } = await this.setUps.add(await this.account(), name, answer);
      await this.sessions.renew(request);
      return codes.length > 0
        ? page('accounts/recovery-codes.njk', toCodesView(codes, '/second-factor'))
        : done('/second-factor', 'The passkey has been added. Your other sessions have ended.');
    } catch (error) {
      return this.newPage(request, problemsOf(error), typedNameIn(body));
    }
  }

  @Get(':id/removal')
  @Allow('directory.read')
  async showRemoval(@Param('id') id: string): Promise<Page> {
    return page(REMOVAL, await this.removalView(id));
  }

  @Post(':id/removal')
  @Allow('directory.read')
  @ConfirmedRecently()
  async remove(@Req() request: BridgesRequest, @Param('id') id: string): Promise<Page | Redirect> {
    try {
      await this.removals.remove(await this.account(), id);
    } catch (error) {
      return pageWithErrors(REMOVAL, { ...(await this.removalView(id)), errors: problemsOf(error) });
    }
    await this.sessions.renew(request);
    return done('/second-factor', 'The passkey has been removed. Your other sessions have ended.');
  }

  private account(): Promise<Account> {
    return this.accounts.ofPractitioner(actor().practitionerId);
  }

  private async newPage(
    request: BridgesRequest,
    errors: readonly FieldError[] = [],
    typed: { readonly name: string } = { name: '' },
  ): Promise<Page> {
    const view = { title: 'Add a passkey', errors, typed };
    try {
      const question = await this.setUps.ask(await this.account());
      const passkeyOptions = putQuestion(request, 'add', question);
      return new Page(NEW, { ...view, passkeyOptions }, errors.length > 0 ? 422 : 200);
    } catch (error) {
      return pageWithErrors(NOT_NOW, { title: view.title, errors: problemsOf(error) });
    }
  }

  private async removalView(id: string) {
    const passkey = (await this.passkeys.list((await this.account()).id)).find((one) => one.id === id);
    if (!passkey) throw unreachable();
    return { title: `Remove the passkey “${passkey.name}”`, passkey };
  }
}
