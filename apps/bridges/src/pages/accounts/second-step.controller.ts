import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Open } from '#libs/access';
import { SecondFactorSetUpService, SecondFactorsService } from '#libs/accounts';
import { type OpenSignIn, PendingSignIns } from '../../authentication/pending-sign-in.js';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { codeOf } from './code-of.js';
import { problemsOf } from './new-password.js';
import { toCodesView, toSetUpView } from './set-up-view.js';

const CODE = 'accounts/sign-in-code.njk';
const CODE_VIEW = { title: 'Enter your code' };
const SET_UP = 'accounts/sign-in-set-up.njk';

/** The steps of signing in after the password. No other page opens before they are done. */
@Controller('sign-in')
export class SecondStepController {
  constructor(
    private readonly pending: PendingSignIns,
    private readonly factors: SecondFactorsService,
    private readonly setUps: SecondFactorSetUpService,
  ) {}

  @Get('code')
  @Open()
  async askCode(@Req() request: BridgesRequest): Promise<Page | Redirect> {
    return (await this.pending.at('code', request)) ? page(CODE, CODE_VIEW) : done('/sign-in');
  }

  @Post('code')
  @Open()
  async checkCode(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const open = await this.pending.at('code', request);
    if (!open) return done('/sign-in');
    try {
      await this.factors.assertCode(open.account, codeOf(body), { place: 'sign-in' });
    } catch (error) {
      return pageWithErrors(CODE, { ...CODE_VIEW, errors: problemsOf(error) });
    }
    await this.pending.complete(request, open);
    return done(open.next);
  }

  @Get('second-step')
  @Open()
  async showSetUp(@Req() request: BridgesRequest): Promise<Page | Redirect> {
    const open = await this.pending.at('set up', request);
    if (!open) return done('/sign-in');
    const begun = await this.setUps.begun(open.account);
    return page(SET_UP, { ...(begun ? await toSetUpView(begun) : NOT_BEGUN), isBegun: begun !== null });
  }

  /** Without a code it begins; with one it confirms that the app has the secret, and the person is signed in. */
  @Post('second-step')
  @Open()
  async setUp(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const open = await this.pending.at('set up', request);
    if (!open) return done('/sign-in');
    if (!('code' in body)) {
      await this.setUps.begin(open.account);
      return done('/sign-in/second-step');
    }
    return this.confirm(request, open, body);
  }

  private async confirm(
    request: BridgesRequest,
    open: OpenSignIn,
    body: Record<string, unknown>,
  ): Promise<Page> {
    let confirmed: Awaited<ReturnType<SecondFactorSetUpService['confirm']>>;
    try {
      confirmed = await this.setUps.confirm(open.account, codeOf(body));
    } catch (error) {
      const errors = problemsOf(error);
      const begun = await this.setUps.begun(open.account);
      const view = begun ? await toSetUpView(begun) : NOT_BEGUN;
      return pageWithErrors(SET_UP, { ...view, isBegun: begun !== null, errors });
    }
    await this.pending.complete(request, { ...open, account: confirmed.account });
    return page('accounts/recovery-codes.njk', toCodesView(confirmed.codes, open.next));
  }
}

const NOT_BEGUN = { title: 'Set up an authenticator app', qrCode: '', secret: '' };
