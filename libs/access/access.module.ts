import { Module } from '@nestjs/common';
import { ActorsService } from './authentication/actors.service.js';
import { TokensService } from './authentication/tokens.service.js';

const services = [ActorsService, TokensService];

@Module({ providers: services, exports: services })
export class AccessModule {}
