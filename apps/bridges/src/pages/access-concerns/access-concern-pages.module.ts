import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { OddAccessModule } from '#libs/oversight/odd-access';
import { AccessConcernsController } from './access-concerns.controller.js';
import { GuardianController } from './guardian.controller.js';
import { OwnConcernsController } from './own-concerns.controller.js';
import { WatchRulesController } from './watch-rules.controller.js';

@Module({
  imports: [OddAccessModule, DirectoryModule],
  controllers: [OwnConcernsController, WatchRulesController, GuardianController, AccessConcernsController],
})
export class AccessConcernPagesModule {}
