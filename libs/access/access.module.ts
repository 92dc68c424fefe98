import { Module } from '@nestjs/common';
import { AccountsService } from './door/accounts.service.js';
import { ActorsService } from './door/actors.service.js';
import { Attempts } from './door/attempts.js';
import { PersonasService } from './door/personas.service.js';
import { TokensService } from './door/tokens.service.js';

const services = [AccountsService, ActorsService, Attempts, PersonasService, TokensService];

@Module({ providers: services, exports: services })
export class AccessModule {}
