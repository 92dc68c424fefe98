import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodeMembershipModule } from '#libs/casework/episode-membership';
import { DirectoryModule } from '#libs/directory';
import { EpisodeHeaderModule } from '../shared/episode-header.module.js';
import { ConsentCheckService } from './consent-check.service.js';
import { ConsentChangesController } from './consent-changes.controller.js';
import { ConsentsController } from './consents.controller.js';
import { ConversationPageService } from './conversation-page.service.js';
import { FamilyPageController } from './family-page.controller.js';
import { LedgerPageService } from './ledger-page.service.js';
import { LedgerController } from './ledger.controller.js';
import { WithdrawalSignOffsController } from './withdrawal-sign-offs.controller.js';
import { WithdrawalsController } from './withdrawals.controller.js';
import { SharingSettingsController } from './sharing-settings.controller.js';

@Module({
  imports: [EpisodeHeaderModule, DirectoryModule, ChildrenModule, EpisodeMembershipModule],
  controllers: [
    LedgerController,
    ConsentsController,
    FamilyPageController,
    ConsentChangesController,
    WithdrawalsController,
    WithdrawalSignOffsController,
    SharingSettingsController,
  ],
  providers: [LedgerPageService, ConversationPageService, ConsentCheckService],
})
export class InformationSharingPagesModule {}
