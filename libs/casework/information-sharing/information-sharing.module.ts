import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { AgreedScope } from './agreed-scope.js';
import { ConsentRenewalService } from './consent-renewal.service.js';
import { ConsentLedgerService } from './consent-ledger.service.js';
import { ConsentResolution } from './consent-resolution.service.js';
import { ConsentsService } from './consents.service.js';
import { OverseersService } from './overseers.service.js';
import { SharingSettingsService } from './sharing-settings.service.js';
import { WithdrawalSignOffsService } from './withdrawal-sign-offs.service.js';
import { WithdrawalsService } from './withdrawals.service.js';

const services = [
  AgreedScope,
  ConsentRenewalService,
  WithdrawalSignOffsService,
  ConsentLedgerService,
  ConsentsService,
  WithdrawalsService,
  OverseersService,
  SharingSettingsService,
];

@Module({ imports: [EpisodesModule], providers: [...services, ConsentResolution], exports: services })
export class InformationSharingModule {}
