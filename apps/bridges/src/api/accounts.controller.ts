import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Open } from '#libs/access';
import {
  AccountAdministrationService,
  PasswordChangesService,
  InvitationsService,
  InvitedPostsService,
  PasswordResetsService,
} from '#libs/accounts';
import { PeopleService } from '#libs/directory';
import { actor, invalidField } from '#libs/platform';
import { checkWorkEmail } from '#libs/terms';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { AnswerNotKept } from '../http/idempotency.interceptor.js';
import type { BridgesRequest } from '../http/request.js';
import { OptionalSecret, Secret, ShortText } from './fields.js';

export class InvitationBody {
  /** The work email address: the user name of the account, and where links go. */
  @ShortText() email: string;
}
export class SuspensionBody {
  @ShortText() reason: string;
}
export class NewPassword {
  @Secret() password: string;
}
export class PasswordChange {
  @Secret() currentPassword: string;
  @Secret() password: string;
  /** A code of the authenticator app, or a recovery code, for an account with a second step. */
  @OptionalSecret(50) code?: string;
}

/** Accounts of the people of the administrator's own agency, and one's own password. */
@ApiTags('accounts')
@Controller('api/v1')
export class AccountsApiController {
  constructor(
    private readonly people: PeopleService,
    private readonly administration: AccountAdministrationService,
    private readonly passwordChanges: PasswordChangesService,
    private readonly invitations: InvitationsService,
    private readonly resets: PasswordResetsService,
    private readonly invited: InvitedPostsService,
  ) {}

  @ApiOperation({ summary: 'Get the account of a practitioner of my agency' })
  @Get('practitioners/:id/account')
  @Allow('people.manage')
  read(@Param('id') id: string) {
    return this.account(id);
  }

  @ApiOperation({ summary: 'Invite a practitioner to set up an account' })
  @Post('practitioners/:id/invitation')
  @AnswerNotKept()
  @Allow('people.manage')
  async invite(@Param('id') id: string, @Body() { email }: InvitationBody) {
    await this.people.find(id);
    const checked = checkWorkEmail(email);
    if (!checked.ok) throw invalidField('email', checked.message);
    await this.invitations.invite(id, checked.value);
    return this.account(id);
  }

  @ApiOperation({ summary: 'Withdraw an invitation' })
  @Delete('practitioners/:id/invitation')
  @Allow('people.manage')
  @HttpCode(204)
  async withdraw(@Param('id') id: string): Promise<void> {
    await this.people.find(id);
    await this.invitations.withdraw(id);
  }

  @ApiOperation({ summary: 'Suspend an account' })
  @Put('practitioners/:id/suspension')
  @Allow('people.manage')
  @ConfirmedRecently()
  async suspend(@Param('id') id: string, @Body() { reason }: SuspensionBody) {
    await this.people.find(id);
    await this.administration.suspend(id, reason);
    return this.account(id);
  }

  @ApiOperation({ summary: 'End the suspension of an account' })
  @Delete('practitioners/:id/suspension')
  @Allow('people.manage')
  @HttpCode(204)
  async reinstate(@Param('id') id: string): Promise<void> {
    await this.people.find(id);
    await this.administration.reinstate(id);
  }

  @ApiOperation({ summary: 'Send a link to set a new password' })
  @Post('practitioners/:id/password-reset')
  @AnswerNotKept()
  @Allow('people.manage')
  async reset(@Param('id') id: string) {
    await this.people.find(id);
    await this.resets.send(id);
    return this.account(id);
  }

  @ApiOperation({ summary: 'Accept an invitation' })
  @Post('invitations/:secret/acceptance')
  @AnswerNotKept()
  @Open()
  async accept(
    @Req() request: BridgesRequest,
    @Param('secret') secret: string,
    @Body() { password }: NewPassword,
  ) {
    const { username } = await this.invitations.accept(secret, password, request.ip ?? 'unknown');
    return { username };
  }

  /** What it offers, and why I cannot take it up with my account, where I cannot. */
  @ApiOperation({ summary: 'Read an invitation to a post at another agency' })
  @Get('invitations/:secret/posts')
  @Allow('directory.read')
  invitedPosts(@Param('secret') secret: string) {
    return this.invited.find(secret);
  }

  /** The posts of the invitation are mine from now on. No other account can be set up with it. */
  @ApiOperation({ summary: 'Take up a post at another agency with my account' })
  @Post('invitations/:secret/posts')
  @Allow('directory.read')
  @ConfirmedRecently()
  takeUp(@Param('secret') secret: string) {
    return this.invited.takeUp(secret);
  }

  @ApiOperation({ summary: 'Set a new password by a link' })
  @Post('password-resets/:secret/use')
  @AnswerNotKept()
  @Open()
  @HttpCode(204)
  async use(
    @Req() request: BridgesRequest,
    @Param('secret') secret: string,
    @Body() { password }: NewPassword,
  ): Promise<void> {
    await this.resets.use(secret, password, request.ip ?? 'unknown');
  }

  @ApiOperation({ summary: 'Change my password' })
  @Put('me/password')
  @Allow('directory.read')
  @HttpCode(204)
  async changePassword(
    @Req() request: BridgesRequest,
    @Body() { currentPassword, password, code }: PasswordChange,
  ): Promise<void> {
    await this.passwordChanges.change(
      actor().practitionerId,
      { current: currentPassword, wanted: password, proof: code ? { code } : undefined },
      request.ip ?? 'unknown',
    );
  }

  private async account(id: string) {
    await this.people.find(id);
    return (await this.administration.summaryOf(id))!;
  }
}
