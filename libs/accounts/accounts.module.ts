import { Module } from '@nestjs/common';
import { AccountAdministrationService } from './account-administration.service.js';
import { AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { IdentityConfirmation } from './identity-confirmation.service.js';
import { InvitationsService } from './invitations.service.js';
import { InvitedPostsService } from './invited-posts.service.js';
import { PasswordChangesService } from './password-changes.service.js';
import { PasswordHashing } from './password-hashing.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { PasskeyRemovalService } from './passkey-removal.service.js';
import { PasskeySetUpService } from './passkey-set-up.service.js';
import { PasskeysService } from './passkeys.service.js';
import { PersonasService } from './personas.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { SecondFactorAdministrationService } from './second-factor-administration.service.js';
import { SecondFactorChangesService } from './second-factor-changes.service.js';
import { SecondFactorLimits } from './second-factor-limits.js';
import { SecondFactorSetUpService } from './second-factor-set-up.service.js';
import { SecondFactorsService } from './second-factors.service.js';
import { SecondStepProofs } from './second-step-proofs.js';
import { SignInLimits } from './sign-in-limits.js';
import { BackChannelLogoutService } from './single-sign-on/back-channel-logout.service.js';
import { IdentityLinksService } from './single-sign-on/identity-links.service.js';
import { IdentityProvidersService } from './single-sign-on/identity-providers.service.js';
import { ProviderAdministrationService } from './single-sign-on/provider-administration.service.js';
import { ProviderDiscovery } from './single-sign-on/provider-discovery.js';
import { ProviderSignInService } from './single-sign-on/provider-sign-in.service.js';
import { UsedChallenges } from './used-challenges.js';

const services = [
  AccountAdministrationService,
  AccountsService,
  AuthenticationLog,
  BackChannelLogoutService,
  IdentityConfirmation,
  IdentityLinksService,
  IdentityProvidersService,
  InvitationsService,
  InvitedPostsService,
  PasswordChangesService,
  PasswordResetsService,
  PasskeyRemovalService,
  PasskeySetUpService,
  PasskeysService,
  PersonasService,
  ProviderAdministrationService,
  ProviderSignInService,
  SecondFactorAdministrationService,
  SecondFactorChangesService,
  SecondFactorSetUpService,
  SecondFactorsService,
  SecondStepProofs,
  SignInLimits,
];

const inside = [
  ...[PasskeyCeremonies, PasswordHashing, ProviderDiscovery],
  ...[RecoveryCodesService, SecondFactorLimits, UsedChallenges],
];

@Module({ providers: [...services, ...inside], exports: services })
export class AccountsModule {}
