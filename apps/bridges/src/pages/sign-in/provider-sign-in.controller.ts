import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { Allow, Open } from '#libs/access';
import {
  BackChannelLogoutService,
  IdentityProvidersService,
  InvitationsService,
  ProviderSignInService,
  SignInLimits,
} from '#libs/accounts';
import { NOT_CONFIRMED, ProviderSignIns, failedSignInPath } from '../../authentication/provider-sign-ins.js';
import { done, Redirect } from '../../http/page.js';
import type { BridgesRequest, HeldUser } from '../../http/request.js';
import { ownPath } from './sign-in.controller.js';

/**
 * Signing in with an agency's identity provider. The way there is a link, because the content security policy lets no
 * form lead to another site. Every failure leads to the sign-in page, with the same sentence.
 */
@Controller()
export class ProviderSignInController {
  constructor(
    private readonly signIns: ProviderSignIns,
    private readonly service: ProviderSignInService,
    private readonly providers: IdentityProvidersService,
    private readonly invitations: InvitationsService,
    private readonly logouts: BackChannelLogoutService,
    private readonly limits: SignInLimits,
  ) {}

  @Get('sign-in/with/:provider')
  @Open()
  async begin(
    @Req() request: BridgesRequest,
    @Param('provider') provider: string,
    @Query('next') next?: unknown,
    @Query('anew') anew?: unknown,
  ): Promise<Redirect> {
    if (request.actor) return done(ownPath(next));
    const purpose = { kind: 'sign in', isAnew: anew === 'yes' } as const;
    const address = await this.signIns.begin(request, provider, purpose, ownPath(next));
    return done(address ?? failedSignInPath(ownPath(next)));
  }

  /** The person invited shows who they are at the provider, which uses the invitation up. Throws 404. */
  @Get('sign-in/with/:provider/invitation/:secret')
  @Open()
  async accept(
    @Req() request: BridgesRequest,
    @Param('provider') provider: string,
    @Param('secret') secret: string,
  ): Promise<Redirect> {
    const invitation = await this.invitations.open(secret);
    const purpose = { kind: 'invitation', invitationId: invitation.id } as const;
    return done((await this.signIns.begin(request, provider, purpose, '/')) ?? failedSignInPath('/'));
  }

  /** A signed-in person proves again who they are. */
  @Get('confirm-identity/with/:provider')
  @Allow('directory.read')
  async confirm(
    @Req() request: BridgesRequest,
    @Param('provider') provider: string,
    @Query('next') next?: unknown,
    @Query('sent') sent?: unknown,
  ): Promise<Redirect> {
    const { accountId } = request.user as HeldUser;
    const purpose = { kind: 'confirm', accountId, wasSent: sent === 'yes' } as const;
    const address = await this.signIns.begin(request, provider, purpose, ownPath(next));
    return address ? done(address) : new Redirect('/account', { kind: 'info', text: NOT_CONFIRMED });
  }

  @Get('sign-in/with/:provider/callback')
  @Open()
  async finish(@Req() request: BridgesRequest, @Param('provider') provider: string): Promise<Redirect> {
    return done(await this.signIns.finish(request, provider));
  }

  /** Signs out of the provider too, after signing out here. */
  @Get('sign-in/with/:provider/sign-out')
  @Open()
  async signOut(@Req() request: BridgesRequest, @Param('provider') id: string): Promise<Redirect> {
    await this.limits.admitProvider(request.ip ?? 'unknown');
    const provider = await this.providers.find(id);
    const address = provider && (await this.service.endAddress(provider).catch(() => null));
    return done(address ?? '/sign-in');
  }

  /** The provider itself says that a person signed out there. It has no cookie and no form token. Throws 400. */
  @Post('sign-in/with/:provider/logout')
  @Open()
  @HttpCode(200)
  async endAtProvider(
    @Req() request: BridgesRequest,
    @Param('provider') provider: string,
    @Body() body: Record<string, unknown>,
  ): Promise<string> {
    await this.limits.admitProvider(request.ip ?? 'unknown');
    await this.logouts.end(provider, body['logout_token']);
    return '';
  }
}
