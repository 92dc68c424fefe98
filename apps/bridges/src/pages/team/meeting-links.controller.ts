import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '#libs/access';
import { MeetingsService } from '#libs/casework/team';
import { Redirect } from '../../http/page.js';

/** The address of a meeting in a calendar, which says nothing about the episode. */
@Controller('meetings')
export class MeetingLinksController {
  constructor(private readonly meetings: MeetingsService) {}

  @Get(':id')
  @Allow('record.read')
  async open(@Param('id') id: string): Promise<Redirect> {
    return new Redirect(`/episodes/${await this.meetings.episodeOf(id)}/meetings/${id}`);
  }
}
