import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow, permitOn } from '#libs/access';
import { PlansService } from '#libs/casework/plans';
import { type MeetingView, MeetingsService, TeamService } from '#libs/casework/team';
import { meetingFile } from '#libs/notifications';
import { baseUrl, actor, type Config, CONFIG } from '#libs/platform';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { readMeeting, readMinute } from './meetings.form.js';
import {
  attendanceOptions,
  kindOptions,
  meetingRow,
  toMeetingView,
  toMinuteValues,
} from './meetings.page.js';
import { versionIn } from '../shared/version-in.js';
import { openActions } from '../shared/open-actions.js';
import { peopleOptions } from '../shared/options.js';

/** Meetings of the team around the child. */
@Controller('episodes/:id/meetings')
export class MeetingsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly meetings: MeetingsService,
    private readonly team: TeamService,
    private readonly plans: PlansService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Allow('record.read')
  async list(@Param('id') id: string): Promise<Page> {
    const meetings = (await this.meetings.meetings(id)).map(meetingRow(id));
    const { episode } = await this.header.open(id, 'team');
    return page('team/meetings.njk', { title: 'Team meetings', episode, meetings });
  }

  @Get('new')
  @Allow('meeting.convene')
  async ask(@Param('id') id: string): Promise<Page> {
    return page('team/plan-meeting.njk', await this.offered(id));
  }

  @Post()
  @Allow('meeting.convene')
  async plan(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const offered = await this.offered(id);
    const form = readMeeting(
      body,
      offered.people.map((one) => one.id),
    );
    const result = await submit(form, (values) => this.meetings.planMeeting(id, values));
    if (result.ok)
      return done(
        `/episodes/${id}/meetings/${result.value as string}`,
        'Meeting planned. Practitioners have been invited. You need to tell family members yourself.',
      );
    const typed = form.ok ? body : form.typed;
    return new Page('team/plan-meeting.njk', { ...offered, errors: result.errors, typed }, 422);
  }

  @Get(':meetingId')
  @Allow('record.read')
  async show(@Param('id') id: string, @Param('meetingId') meetingId: string): Promise<Page> {
    const meeting = await this.meetings.meeting(id, meetingId);
    return page('team/meeting.njk', await this.load(id, meeting));
  }

  /** The meeting for a calendar program: when, not where and not about whom. */
  @Get(':meetingId/calendar')
  @Allow('record.read')
  async calendar(
    @Param('id') id: string,
    @Param('meetingId') meetingId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const meeting = await this.meetings.meeting(id, meetingId);
    response.type('text/calendar; charset=utf-8').attachment('meeting.ics');
    return meetingFile({ ...meeting, cancelled: meeting.status === 'cancelled' }, baseUrl(this.config));
  }

  @Post(':meetingId')
  @Allow('meeting.minute')
  async minute(
    @Param('id') id: string,
    @Param('meetingId') meetingId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const meeting = await this.meetings.meeting(id, meetingId);
    const form = readMinute(body, meeting);
    const version = versionIn(body);
    const result = await submit(form, (values) => this.meetings.minute(id, meetingId, version, values));
    if (result.ok)
      return done(`/episodes/${id}/meetings/${meetingId}`, SAID[String(body['step'])] ?? SAID['save']);
    const typed = form.ok
      ? { ...body, consentChecked: form.values.consentChecked ? ['yes'] : [] }
      : form.typed;
    const data = { ...(await this.load(id, meeting)), errors: result.errors, typed };
    return new Page('team/meeting.njk', data, 422);
  }

  private async load(id: string, meeting: MeetingView) {
    const { episode } = await this.header.open(id, 'team');
    const view = toMeetingView(id, meeting);
    return {
      title: `${view.kind}`,
      episode,
      meeting: view,
      attendances: attendanceOptions,
      actions: openActions(await this.plans.plan(id)),
      typed: toMinuteValues(meeting),
    };
  }

  private async offered(id: string) {
    await permitOn(id, 'meeting.convene', 'plan a meeting');
    const { episode } = await this.header.open(id, 'team');
    const { practitionerId, name, jobTitle, agencyId, agencyName } = actor();
    const me = {
      id: practitionerId,
      name,
      jobTitle,
      telephone: null,
      agency: { id: agencyId, name: agencyName },
    };
    const workers = await this.team.workers(id);
    const people = workers.some((one) => one.id === me.id) ? workers : [...workers, me];
    return {
      title: 'Plan a meeting',
      episode,
      people,
      choices: peopleOptions(people),
      invitable: people.map((one) => ({ value: one.id, text: `${one.name}, ${one.agency.name}` })),
      kinds: kindOptions,
      typed: {},
    };
  }
}

const SAID: Record<string, string> = {
  save: 'Minutes saved.',
  held: 'Meeting marked as held.',
  cancelled: 'Meeting cancelled.',
};
