import { Module } from '@nestjs/common';
import { TeamModule } from '#libs/casework/team';
import { DirectoryModule } from '#libs/directory';
import { HandOversService } from './hand-overs.service.js';

@Module({
  imports: [TeamModule, DirectoryModule],
  providers: [HandOversService],
  exports: [HandOversService],
})
export class HandOversModule {}
