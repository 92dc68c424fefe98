import { Module } from '@nestjs/common';
import { ActorsService } from './authentication/actors.service.js';
import { KeptFormsService } from './authentication/kept-forms.service.js';
import { KeptInputsService } from './authentication/kept-inputs.service.js';
import { PersonalTokensService } from './authentication/personal-tokens.service.js';
import { ServiceTokensService } from './authentication/service-tokens.service.js';
import { SessionsService } from './authentication/sessions.service.js';
import { TokensService } from './authentication/tokens.service.js';
import { DraftsService } from './drafts.service.js';

const services = [
  ActorsService,
  DraftsService,
  KeptFormsService,
  KeptInputsService,
  PersonalTokensService,
  ServiceTokensService,
  SessionsService,
  TokensService,
];

@Module({ providers: services, exports: services })
export class AccessModule {}
