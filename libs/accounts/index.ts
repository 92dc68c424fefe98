export {
  AccountAdministrationService,
  type AccountState,
  type AccountSummary,
} from './account-administration.service.js';
export { type Account, AccountsService, type RecordedSignIn } from './accounts.service.js';
export { AccountsModule } from './accounts.module.js';
export { AuthenticationLog } from './authentication-log.js';
export { resealFactorSecrets } from './factor-secrets.js';
export { IdentityConfirmation, type MeansOfConfirmation } from './identity-confirmation.service.js';
export { InvitationsService, type OpenInvitation } from './invitations.service.js';
export { type InvitedPosts, InvitedPostsService } from './invited-posts.service.js';
export { type LinkKind, linkPath, secretDigest } from './link-secrets.js';
export { PasswordChangesService } from './password-changes.service.js';
export { hashPassword, PasswordHashing } from './password-hashing.js';
export { MIN_PASSWORD_LENGTH } from './password.rules.js';
export { PasswordResetsService } from './password-resets.service.js';
export type { NewPasskeyAnswer, PasskeyAnswer, PasskeyQuestion } from './passkey-ceremonies.js';
export { PasskeyRemovalService } from './passkey-removal.service.js';
export { MAX_PASSKEY_NAME_LENGTH, PasskeySetUpService } from './passkey-set-up.service.js';
export { type Passkey, PasskeysService, WRONG_PASSKEY } from './passkeys.service.js';
export { PersonasService } from './personas.service.js';
export { ROLES_WITH_SECOND_FACTOR } from './second-factor.rules.js';
export { SecondFactorAdministrationService } from './second-factor-administration.service.js';
export { SecondFactorChangesService } from './second-factor-changes.service.js';
export { SecondFactorSetUpService, type SetUp, type SetUpDone } from './second-factor-set-up.service.js';
export { type SecondStep, SecondFactorsService } from './second-factors.service.js';
export { type SecondStepProof, SecondStepProofs } from './second-step-proofs.js';
export { CHALLENGE_MINUTES } from './used-challenges.js';
export { type SignInAttempt, SignInLimits } from './sign-in-limits.js';
export { BackChannelLogoutService } from './single-sign-on/back-channel-logout.service.js';
export { IdentityLinksService } from './single-sign-on/identity-links.service.js';
export {
  type IdentityProvider,
  IdentityProvidersService,
  type OfferedProvider,
} from './single-sign-on/identity-providers.service.js';
export {
  type NewProvider,
  ProviderAdministrationService,
  type ProviderChange,
  type ProviderSummary,
} from './single-sign-on/provider-administration.service.js';
export { resealClientSecrets } from './single-sign-on/provider-secrets.js';
export {
  type BegunAtProvider,
  ProviderSignInService,
  type SignInPurpose,
  type VerifiedIdentity,
} from './single-sign-on/provider-sign-in.service.js';
export { SINGLE_SIGN_ON_CONSTRAINTS } from './single-sign-on/single-sign-on.constraints.js';
export { toUsername } from './username.js';
