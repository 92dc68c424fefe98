import { Module } from '@nestjs/common';
import { AccountsService } from './authentication/accounts.service.js';
import { ActorsService } from './authentication/actors.service.js';
import { Attempts } from './authentication/attempts.js';
import { PersonasService } from './authentication/personas.service.js';
import { TokensService } from './authentication/tokens.service.js';

const services = [AccountsService, ActorsService, Attempts, PersonasService, TokensService];

@Module({ providers: services, exports: services })
export class AccessModule {}
