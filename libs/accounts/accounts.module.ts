import { Module } from '@nestjs/common';
import { AccountAdministrationService } from './account-administration.service.js';
import { AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { IdentityConfirmation } from './identity-confirmation.service.js';
import { InvitationsService } from './invitations.service.js';
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
import { UsedChallenges } from './used-challenges.js';

const services = [
  AccountAdministrationService,
  AccountsService,
  AuthenticationLog,
  IdentityConfirmation,
  InvitationsService,
  PasswordChangesService,
  PasswordResetsService,
  PasskeyRemovalService,
  PasskeySetUpService,
  PasskeysService,
  PersonasService,
  SecondFactorAdministrationService,
  SecondFactorChangesService,
  SecondFactorSetUpService,
  SecondFactorsService,
  SecondStepProofs,
  SignInLimits,
];

const inside = [PasskeyCeremonies, PasswordHashing, RecoveryCodesService, SecondFactorLimits, UsedChallenges];

@Module({ providers: [...services, ...inside], exports: services })
export class AccountsModule {}
