import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  type Account,
  AccountsService,
  PasskeysService,
  SecondFactorSetUpService,
  SecondFactorsService,
} from '#libs/accounts';
import { actor } from '#libs/platform';
import { BrowserSessions } from '../../http/browser-sessions.js';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { codeOf } from './code-of.js';
import { problemsOf } from './new-password.js';
import { toCodesView, toSetUpView } from './set-up-view.js';

const VIEW = 'accounts/second-factor.njk';
const SET_UP = 'accounts/second-factor-set-up.njk';

/** A signed-in person's own second step, and the set-up of an authenticator app. */
@Controller('second-factor')
export class SecondFactorController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly factors: SecondFactorsService,
    private readonly setUps: SecondFactorSetUpService,
    private readonly passkeys: PasskeysService,
    private readonly sessions: BrowserSessions,
  ) {}

  @Get()
  @Allow('directory.read')
  async show(): Promise<Page> {
    return page(VIEW, await this.view());
  }

  /** Makes the secret of a new app, for a person who proved who they are: a stranger's app would keep its owner out. */
  @Post()
  @Allow('directory.read')
  @ConfirmedRecently()
  async begin(): Promise<Page | Redirect> {
    try {
      await this.setUps.begin(await this.account());
    } catch (error) {
      return pageWithErrors(VIEW, { ...(await this.view()), errors: problemsOf(error) });
    }
    return done('/second-factor/set-up');
  }

  @Get('set-up')
  @Allow('directory.read')
  @ConfirmedRecently()
  async showSetUp(): Promise<Page | Redirect> {
    const begun = await this.setUps.begun(await this.account());
    return begun ? page(SET_UP, await toSetUpView(begun)) : done('/second-factor');
  }

  @Post('set-up')
  @Allow('directory.read')
  @ConfirmedRecently()
  async confirm(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const account = await this.account();
    const begun = await this.setUps.begun(account);
    if (!begun) return done('/second-factor');
    try {
      const { codes } = await this.setUps.confirm(account, codeOf(body));
      await this.sessions.renew(request);
      return codes.length > 0
        ? page('accounts/recovery-codes.njk', toCodesView(codes, '/second-factor'))
        : done('/second-factor', 'The authenticator app has been set up. Your other sessions have ended.');
    } catch (error) {
      return pageWithErrors(SET_UP, { ...(await toSetUpView(begun)), errors: problemsOf(error) });
    }
  }

  private account(): Promise<Account> {
    return this.accounts.ofPractitioner(actor().practitionerId);
  }

  private async view() {
    const account = await this.account();
    return {
      title: 'Second step to sign in',
      factor: await this.factors.stateOf(account),
      passkeys: await this.passkeys.list(account.id),
    };
  }
}
