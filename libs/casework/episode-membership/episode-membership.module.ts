import { Module } from '@nestjs/common';
import { ChildrenModule } from '#libs/casework/children';
import { EpisodesModule } from '#libs/casework/episodes';
import { MembershipReading } from './membership-reading.service.js';
import { MembershipService } from './membership.service.js';

@Module({
  imports: [ChildrenModule, EpisodesModule],
  providers: [MembershipReading, MembershipService],
  exports: [MembershipReading, MembershipService],
})
export class EpisodeMembershipModule {}
