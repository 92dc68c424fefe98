import { Module } from '@nestjs/common';
import { AccountAdministrationService } from './account-administration.service.js';
import { AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { IdentityConfirmation } from './identity-confirmation.service.js';
import { InvitationsService } from './invitations.service.js';
import { PasswordChangesService } from './password-changes.service.js';
import { PasswordHashing } from './password-hashing.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PersonasService } from './personas.service.js';
import { SecondFactorAdministrationService } from './second-factor-administration.service.js';
import { SecondFactorLimits } from './second-factor-limits.js';
import { SecondFactorSetUpService } from './second-factor-set-up.service.js';
import { SecondFactorsService } from './second-factors.service.js';
import { SignInLimits } from './sign-in-limits.js';
import { BackChannelLogoutService } from './single-sign-on/back-channel-logout.service.js';
import { IdentityLinksService } from './single-sign-on/identity-links.service.js';
import { IdentityProvidersService } from './single-sign-on/identity-providers.service.js';
import { ProviderAdministrationService } from './single-sign-on/provider-administration.service.js';
import { ProviderDiscovery } from './single-sign-on/provider-discovery.js';
import { ProviderSignInService } from './single-sign-on/provider-sign-in.service.js';

const services = [
  AccountAdministrationService,
  AccountsService,
  AuthenticationLog,
  BackChannelLogoutService,
  IdentityConfirmation,
  IdentityLinksService,
  IdentityProvidersService,
  InvitationsService,
  PasswordChangesService,
  PasswordResetsService,
  PersonasService,
  ProviderAdministrationService,
  ProviderSignInService,
  SecondFactorAdministrationService,
  SecondFactorSetUpService,
  SecondFactorsService,
  SignInLimits,
];

@Module({
  providers: [...services, PasswordHashing, ProviderDiscovery, SecondFactorLimits],
  exports: services,
})
export class AccountsModule {}
