import { Module } from '@nestjs/common';
import { AgreedScope } from './agreed-scope.js';

const services = [AgreedScope];

@Module({ providers: services, exports: services })
export class InformationSharingModule {}
