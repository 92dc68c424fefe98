import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import {
  AccountsService,
  IdentityConfirmation,
  SecondFactorChangesService,
  SecondFactorSetUpService,
  SecondFactorsService,
} from '#libs/accounts';
import { actor } from '#libs/platform';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { AnswerNotKept } from '../http/idempotency.interceptor.js';
import type { BridgesRequest } from '../http/request.js';
import { Secret } from './fields.js';

export class CodeBody {
  /** The 6 digits that the authenticator app shows now; a recovery code is accepted except at set-up. */
  @Secret(50) code: string;
}
export class SecondFactorRemoval {
  @Secret() currentPassword: string;
  @Secret(50) code: string;
}

/** One's own second step to sign in. */
@ApiTags('accounts')
@Controller('api/v1')
export class SecondFactorApiController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly factors: SecondFactorsService,
    private readonly setUps: SecondFactorSetUpService,
    private readonly changes: SecondFactorChangesService,
    private readonly identity: IdentityConfirmation,
  ) {}

  @ApiOperation({ summary: 'Get my second step to sign in' })
  @Get('me/second-factor')
  @Allow('directory.read')
  async read() {
    return this.factors.stateOf(await this.account());
  }

  /** Answers the secret for an authenticator app. It counts only once a code has confirmed it. */
  @ApiOperation({ summary: 'Begin to set up an authenticator app' })
  @Post('me/second-factor')
  @AnswerNotKept()
  @Allow('directory.read')
  @ConfirmedRecently()
  async begin() {
    const account = await this.account();
    await this.setUps.begin(account);
    const { secret, address } = (await this.setUps.begun(account))!;
    return { secret, address };
  }

  /**
   * Answers the recovery codes, which are told this once; none for an account that has some left, as one with a passkey
   * may. Sign in again: tokens issued before have ended.
   */
  @ApiOperation({ summary: 'Confirm the authenticator app with a code' })
  @Post('me/second-factor/confirmation')
  @AnswerNotKept()
  @Allow('directory.read')
  @ConfirmedRecently()
  async confirm(@Body() { code }: CodeBody) {
    const { codes } = await this.setUps.confirm(await this.account(), code);
    return { recoveryCodes: [...codes] };
  }

  @ApiOperation({ summary: 'Get new recovery codes in place of the earlier ones' })
  @Post('me/recovery-codes')
  @AnswerNotKept()
  @Allow('directory.read')
  async renewCodes(@Body() { code }: CodeBody) {
    return { recoveryCodes: [...(await this.changes.renewCodes(await this.account(), { code }))] };
  }

  /** The recovery codes go too, unless the account has a passkey. */
  @ApiOperation({ summary: 'Remove my authenticator app' })
  @Post('me/second-factor/removal')
  @AnswerNotKept()
  @Allow('directory.read')
  @HttpCode(204)
  async remove(@Req() request: BridgesRequest, @Body() body: SecondFactorRemoval): Promise<void> {
    const source = request.ip ?? 'unknown';
    const { practitionerId } = actor();
    await this.identity.assertPassword(practitionerId, body.currentPassword, 'currentPassword', source);
    await this.changes.removeApp(await this.account(), { code: body.code });
  }

  private account() {
    return this.accounts.ofPractitioner(actor().practitionerId);
  }
}
