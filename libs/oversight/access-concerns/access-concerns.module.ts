import { Module } from '@nestjs/common';
import { AccessConcernsService } from './access-concerns.service.js';
import { ExplanationsService } from './explanations.service.js';
import { GuardiansService } from './guardians.service.js';
import { WatchRulesService } from './watch-rules.service.js';

const services = [AccessConcernsService, ExplanationsService, GuardiansService, WatchRulesService];

@Module({ providers: services, exports: services })
export class AccessConcernsModule {}
