import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { type MeetingView, MeetingsService } from '#libs/casework/team';
import { time } from '#libs/page-kit';
import { londonDate } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { versionIn } from '../shared/version-in.js';
import { readMove } from './meetings.form.js';
import { toMeetingView } from './meetings.page.js';

/** Moving a planned meeting to another time or place. */
@Controller('episodes/:id/meetings/:meetingId/move')
export class MeetingMovesController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly meetings: MeetingsService,
  ) {}

  @Get()
  @Allow('meeting.convene')
  async ask(@Param('id') id: string, @Param('meetingId') meetingId: string): Promise<Page> {
    return page('team/move-meeting.njk', await this.load(id, await this.meetings.meeting(id, meetingId)));
  }

  @Post()
  @Allow('meeting.convene')
  async move(
    @Param('id') id: string,
    @Param('meetingId') meetingId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const meeting = await this.meetings.meeting(id, meetingId);
    const form = readMove(body, meeting.place !== null);
    const result = await submit(form, (values) =>
      this.meetings.moveMeeting(id, meetingId, versionIn(body), values),
    );
    if (result.ok)
      return done(
        `/episodes/${id}/meetings/${meetingId}`,
        'Meeting moved. Practitioners have been told. You need to tell family members yourself.',
      );
    return pageWithErrors('team/move-meeting.njk', {
      ...(await this.load(id, meeting)),
      errors: result.errors,
      typed: form.ok ? body : form.typed,
    });
  }

  private async load(id: string, meeting: MeetingView) {
    await permitOn(id, 'meeting.convene', 'move a meeting');
    const { episode } = await this.header.open(id, 'team');
    const [year, month, day] = londonDate(meeting.startsAt).split('-');
    return {
      title: 'Move the meeting',
      episode,
      meeting: toMeetingView(id, meeting),
      typed: {
        ...{ 'on-day': day, 'on-month': month, 'on-year': year, place: meeting.place },
        startsAt: time(meeting.startsAt),
        endsAt: meeting.endsAt ? time(meeting.endsAt) : '',
      },
    };
  }
}
