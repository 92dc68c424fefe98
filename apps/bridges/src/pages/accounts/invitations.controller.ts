import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Open } from '#libs/access';
import { IdentityProvidersService, InvitationsService, type OpenInvitation } from '#libs/accounts';
import { KnownDevices } from '../../authentication/known-devices.js';
import { type Page, page, pageWithErrors } from '../../http/page.js';
import type { BridgesRequest } from '../../http/request.js';
import { passwordOf, problemsOf } from './new-password.js';

const VIEW = 'accounts/invitation.njk';

/** Where the link of an invitation leads. Opening it uses nothing up: mail filters open links too. */
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly providers: IdentityProvidersService,
    private readonly devices: KnownDevices,
  ) {}

  @Get(':secret')
  @Open()
  async show(@Param('secret') secret: string): Promise<Page> {
    return page(VIEW, await this.form(secret, await this.invitations.open(secret)));
  }

  @Post(':secret')
  @Open()
  async accept(
    @Req() request: BridgesRequest,
    @Param('secret') secret: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page> {
    const invitation = await this.invitations.open(secret);
    try {
      const account = await this.invitations.accept(secret, passwordOf(body), request.ip ?? 'unknown');
      this.devices.remember(request, account.username);
    } catch (error) {
      return pageWithErrors(VIEW, { ...(await this.form(secret, invitation)), errors: problemsOf(error) });
    }
    return page('accounts/password-set.njk', {
      title: 'Your account is ready',
      username: invitation.username,
    });
  }

  private async form(secret: string, { practitionerId, name, agencyName, username }: OpenInvitation) {
    const providers = await this.providers.offeredTo(practitionerId);
    return {
      title: 'Set up your account',
      action: `/invitations/${secret}`,
      ...{ name, agencyName, username },
      providers: providers.map((provider) => ({
        name: provider.name,
        href: `/sign-in/with/${provider.id}/invitation/${secret}`,
      })),
    };
  }
}
