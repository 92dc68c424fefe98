import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { Open } from '#libs/access';
import { type Account, PasskeySetUpService, SecondFactorSetUpService, type SetUpDone } from '#libs/accounts';
import type { FieldError } from '#libs/platform';
import { type OpenSignIn, PendingSignIns } from '../../authentication/pending-sign-in.js';
import { done, Page, type Redirect } from '../../http/page.js';
import { putQuestion } from '../../http/passkey-questions.js';
import type { BridgesRequest } from '../../http/request.js';
import { codeOf } from './code-of.js';
import { newPasskeyIn, typedNameIn } from './new-passkey.js';
import { problemsOf } from './new-password.js';
import { toCodesView, toSetUpView } from './set-up-view.js';

const SET_UP = 'accounts/sign-in-set-up.njk';
const NOT_BEGUN = { title: 'Set up a second step to sign in', qrCode: '', secret: '' };

/** A person who needs a second step sets it up while signing in: an app or a passkey. */
@Controller('sign-in/second-step')
export class SecondStepSetUpController {
  constructor(
    private readonly pending: PendingSignIns,
    private readonly setUps: SecondFactorSetUpService,
    private readonly passkeys: PasskeySetUpService,
  ) {}

  @Get()
  @Open()
  async showSetUp(@Req() request: BridgesRequest): Promise<Page | Redirect> {
    const open = await this.pending.at('set up', request);
    return open ? this.page(request, open) : done('/sign-in');
  }

  /** With nothing of either it begins with an app; with a code or a new passkey the person is signed in. */
  @Post()
  @Open()
  async setUp(
    @Req() request: BridgesRequest,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const open = await this.pending.at('set up', request);
    if (!open) return done('/sign-in');
    if (!('code' in body) && !('passkey' in body)) {
      await this.setUps.begin(open.account);
      return done('/sign-in/second-step');
    }
    let result: SetUpDone;
    try {
      result = await this.finish(request, open.account, body);
    } catch (error) {
      return this.page(request, open, problemsOf(error), typedNameIn(body));
    }
    const by = 'passkey' in body ? 'passkey' : 'code';
    await this.pending.complete(request, { ...open, account: result.account }, by);
    return new Page('accounts/recovery-codes.njk', toCodesView(result.codes, open.next));
  }

  private finish(
    request: BridgesRequest,
    account: Account,
    body: Record<string, unknown>,
  ): Promise<SetUpDone> {
    if (!('passkey' in body)) return this.setUps.confirm(account, codeOf(body));
    const { name, answer } = newPasskeyIn(request, body);
    return this.passkeys.add(account, name, answer);
  }

  private async page(
    request: BridgesRequest,
    { account }: OpenSignIn,
    errors: readonly FieldError[] = [],
    typed: { readonly name: string } = { name: '' },
  ): Promise<Page> {
    const begun = await this.setUps.begun(account);
    const view = {
      ...(begun ? await toSetUpView(begun) : NOT_BEGUN),
      passkeyOptions: putQuestion(request, 'add', await this.passkeys.ask(account)),
      ...{ isBegun: begun !== null, typed, errors },
    };
    return new Page(SET_UP, view, errors.length > 0 ? 422 : 200);
  }
}
