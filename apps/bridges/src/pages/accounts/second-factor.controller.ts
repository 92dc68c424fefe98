import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Allow } from '#libs/access';
import {
  type Account,
  AccountsService,
  IdentityConfirmation,
  SecondFactorSetUpService,
  SecondFactorsService,
} from '#libs/accounts';
import { actor } from '#libs/platform';
import { BrowserSessions } from '../../http/browser-sessions.js';
import { ConfirmedRecently } from '../../http/confirmed-recently.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { codeOf } from './code-of.js';
import { currentPasswordOf, problemsOf } from './new-password.js';
import { toCodesView, toSetUpView } from './set-up-view.js';

const VIEW = 'accounts/second-factor.njk';
const SET_UP = 'accounts/second-factor-set-up.njk';
const RENEWAL = 'accounts/recovery-codes-renewal.njk';
const REMOVAL = 'accounts/second-factor-removal.njk';
const RENEWAL_VIEW = { title: 'Get new recovery codes' };

/** A signed-in person's own second step. */
@Controller('second-factor')
export class SecondFactorController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly factors: SecondFactorsService,
    private readonly setUps: SecondFactorSetUpService,
    private readonly identity: IdentityConfirmation,
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
      return page('accounts/recovery-codes.njk', toCodesView(codes, '/second-factor'));
    } catch (error) {
      return pageWithErrors(SET_UP, { ...(await toSetUpView(begun)), errors: problemsOf(error) });
    }
  }

  @Get('recovery-codes')
  @Allow('directory.read')
  showRenewal(): Page {
    return page(RENEWAL, RENEWAL_VIEW);
  }

  @Post('recovery-codes')
  @Allow('directory.read')
  async renew(@Body() body: Record<string, unknown>): Promise<Page> {
    try {
      const codes = await this.setUps.renewCodes(await this.account(), codeOf(body));
      return page('accounts/recovery-codes.njk', toCodesView(codes, '/second-factor'));
    } catch (error) {
      return pageWithErrors(RENEWAL, { ...RENEWAL_VIEW, errors: problemsOf(error) });
    }
  }

  @Get('removal')
  @Allow('directory.read')
  async showRemoval(@Req() request: BridgesRequest): Promise<Page> {
    return page(REMOVAL, await this.removalView(request));
  }

  @Post('removal')
  @Allow('directory.read')
  async remove(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    try {
      // A person who signs in with a provider has no password.
      const typed = request.session.provider ? undefined : currentPasswordOf(body);
      const code = codeOf(body);
      if (typed !== undefined) await this.assertPassword(request, typed);
      await this.setUps.remove(await this.account(), code);
    } catch (error) {
      return pageWithErrors(REMOVAL, { ...(await this.removalView(request)), errors: problemsOf(error) });
    }
    await this.sessions.renew(request);
    return done('/second-factor', 'The authenticator app has been removed. Your other sessions have ended.');
  }

  private assertPassword({ ip = 'unknown' }: BridgesRequest, typed: string): Promise<Account> {
    return this.identity.assertPassword(actor().practitionerId, typed, 'currentPassword', ip);
  }

  private account(): Promise<Account> {
    return this.accounts.ofPractitioner(actor().practitionerId);
  }

  private async view() {
    return { title: 'Second step to sign in', factor: await this.factors.stateOf(await this.account()) };
  }

  private async removalView({ session }: BridgesRequest) {
    const { isRequired } = await this.factors.stateOf(await this.account());
    return { title: 'Remove the authenticator app', isRequired, hasPassword: !session.provider };
  }
}
