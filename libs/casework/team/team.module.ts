import { Module } from '@nestjs/common';
import { EpisodesModule } from '#libs/casework/episodes';
import { InformationSharingModule } from '#libs/casework/information-sharing';
import { DirectoryModule } from '#libs/directory';
import { AttendanceService } from './attendance.service.js';
import { InviteesService } from './invitees.service.js';
import { MeetingsService } from './meetings.service.js';
import { TeamService } from './team.service.js';

@Module({
  imports: [EpisodesModule, InformationSharingModule, DirectoryModule],
  providers: [AttendanceService, InviteesService, MeetingsService, TeamService],
  exports: [InviteesService, MeetingsService, TeamService],
})
export class TeamModule {}
