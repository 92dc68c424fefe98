import { Module } from '@nestjs/common';
import { AccountAdministrationService } from './account-administration.service.js';
import { AccountsService } from './accounts.service.js';
import { AuthenticationLog } from './authentication-log.js';
import { InvitationsService } from './invitations.service.js';
import { PasswordHashing } from './password-hashing.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PersonasService } from './personas.service.js';
import { SignInLimits } from './sign-in-limits.js';

const services = [
  AccountAdministrationService,
  AccountsService,
  AuthenticationLog,
  InvitationsService,
  PasswordResetsService,
  PersonasService,
  SignInLimits,
];

@Module({ providers: [...services, PasswordHashing], exports: services })
export class AccountsModule {}
