import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { AccessConcernsModule } from '#libs/oversight/access-concerns';
import { AccessConcernsController } from './access-concerns.controller.js';
import { GuardianController } from './guardian.controller.js';
import { OwnConcernsController } from './own-concerns.controller.js';
import { WatchRulesController } from './watch-rules.controller.js';

@Module({
  imports: [AccessConcernsModule, DirectoryModule],
  controllers: [OwnConcernsController, WatchRulesController, GuardianController, AccessConcernsController],
})
export class AccessConcernPagesModule {}
