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

const services = [
  AccountAdministrationService,
  AccountsService,
  AuthenticationLog,
  IdentityConfirmation,
  InvitationsService,
  PasswordChangesService,
  PasswordResetsService,
  PersonasService,
  SecondFactorAdministrationService,
  SecondFactorSetUpService,
  SecondFactorsService,
  SignInLimits,
];

@Module({ providers: [...services, PasswordHashing, SecondFactorLimits], exports: services })
export class AccountsModule {}
