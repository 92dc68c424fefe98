export {
  AccountAdministrationService,
  type AccountState,
  type AccountSummary,
} from './account-administration.service.js';
export { type Account, AccountsService } from './accounts.service.js';
export { AccountsModule } from './accounts.module.js';
export { AuthenticationLog } from './authentication-log.js';
export { InvitationsService, type OpenInvitation } from './invitations.service.js';
export { type LinkKind, linkPath, secretDigest } from './link-secrets.js';
export { hashPassword } from './password-hashing.js';
export { MIN_PASSWORD_LENGTH } from './password.rules.js';
export { PasswordResetsService } from './password-resets.service.js';
export { PersonasService } from './personas.service.js';
export { type SignInAttempt, SignInLimits } from './sign-in-limits.js';
export { toUsername } from './username.js';
