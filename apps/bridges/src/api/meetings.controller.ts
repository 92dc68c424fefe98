import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { SensitiveNotes } from '#libs/casework/episodes';
import { type MeetingDraft, MeetingsService, type Minute } from '#libs/casework/team';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import { MeetingBody, MinuteBody, MeetingMoveBody, SensitiveNoteBody } from './meetings.bodies.js';

@ApiTags('meetings')
@Controller('api/v1/episodes/:episodeId/meetings')
export class MeetingsApiController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly notes: SensitiveNotes,
  ) {}

  @ApiOperation({ summary: 'List the meetings of an episode' })
  @Get()
  @Allow('record.read')
  async list(@Param('episodeId') episodeId: string) {
    const items = await this.meetings.meetings(episodeId);
    await audit('read meetings', 'episode', { episodeId });
    return { items, next: null };
  }

  @ApiOperation({ summary: 'Plan a meeting' })
  @Post()
  @Allow('meeting.convene')
  async plan(@Param('episodeId') episodeId: string, @Body() { startsAt, endsAt, ...body }: MeetingBody) {
    const when = { startsAt: new Date(startsAt), endsAt: endsAt ? new Date(endsAt) : null };
    const id = await this.meetings.planMeeting(episodeId, { ...body, ...when } as MeetingDraft);
    return new Created(await this.load(episodeId, id), `/api/v1/episodes/${episodeId}/meetings/${id}`);
  }

  @ApiOperation({ summary: 'Get a meeting' })
  @Get(':meetingId')
  @Allow('record.read')
  async read(@Param('episodeId') episodeId: string, @Param('meetingId') meetingId: string) {
    const meeting = await this.load(episodeId, meetingId);
    await audit('read meeting', 'tac_meeting', { episodeId, subjectId: meetingId });
    return meeting;
  }

  @ApiOperation({ summary: 'Write the minute of a meeting' })
  @Patch(':meetingId')
  @Allow('meeting.minute')
  async minute(
    @Param('episodeId') episodeId: string,
    @Param('meetingId') meetingId: string,
    @IfMatch() version: number,
    @Body() body: MinuteBody,
  ) {
    await this.meetings.minute(episodeId, meetingId, version, { ...body } as Minute);
    return this.load(episodeId, meetingId);
  }

  /** Moves a planned meeting; everyone invited is told. */
  @ApiOperation({ summary: 'Move a meeting to another time or place' })
  @Put(':meetingId/time-and-place')
  @Allow('meeting.convene')
  async move(
    @Param('episodeId') episodeId: string,
    @Param('meetingId') meetingId: string,
    @IfMatch() version: number,
    @Body() { startsAt, endsAt, place, leaversConfirmed }: MeetingMoveBody,
  ) {
    const when = { startsAt: new Date(startsAt), endsAt: endsAt ? new Date(endsAt) : null };
    await this.meetings.moveMeeting(episodeId, meetingId, version, {
      ...when,
      place: place ?? null,
      leaversConfirmed,
    });
    return this.load(episodeId, meetingId);
  }

  /** Adds a sensitive note to the minutes, visible only to agencies for which the family agreed to its topic. */
  @ApiOperation({ summary: 'Add a sensitive note to a meeting' })
  @Post(':meetingId/notes')
  @Allow('meeting.minute')
  async note(
    @Param('episodeId') episodeId: string,
    @Param('meetingId') meetingId: string,
    @Body() body: SensitiveNoteBody,
  ) {
    await this.notes.add('meeting', episodeId, meetingId, body);
    return new Created(
      await this.meetings.meeting(episodeId, meetingId),
      `/api/v1/episodes/${episodeId}/meetings/${meetingId}`,
    );
  }

  private async load(episodeId: string, meetingId: string) {
    const meeting = await this.meetings.meeting(episodeId, meetingId);
    return new Versioned(meeting, meeting.version);
  }
}
