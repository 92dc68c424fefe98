import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { abilitiesOn, Allow, permitOn } from '#libs/access';
import {
  DeputiesService,
  type LeadProfessional,
  LeadProfessionalService,
} from '#libs/casework/lead-professional';
import { MeetingsService, PRACTITIONER_TEAM_ROLES, TeamService } from '#libs/casework/team';
import { ColleaguesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor } from '#libs/platform';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { meetingRow } from './meetings.page.js';
import { formerMembers, peopleInvolved, roleOptions } from './team.page.js';
import { toLeadView } from '../shared/lead-professional.js';
import { agencyOptions, peopleOptions } from '../shared/options.js';

@Controller('episodes/:id/team')
export class TeamController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly team: TeamService,
    private readonly leads: LeadProfessionalService,
    private readonly deputies: DeputiesService,
    private readonly meetings: MeetingsService,
    private readonly colleagues: ColleaguesService,
  ) {}

  @Get()
  @Allow('episode.read')
  async show(@Param('id') id: string, @Query('agency') agency?: unknown): Promise<Page | Redirect> {
    const lead = await this.leads.leadProfessional(id);
    const asked = lead.proposal?.practitioner.id === actor().practitionerId;
    // A nominee may know only the basic details until they accept, so their proposal has its own page.
    if (asked && !(await abilitiesOn(id)).may('record.read')) return done('/proposals');
    return page('team/team.njk', await this.load(id, lead, agency));
  }

  @Post()
  @Allow('team.edit')
  async add(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const reader = new FormReader(body);
    const practitionerId = reader.text('practitionerId', {
      label: 'the person',
      message: 'Select a person',
    });
    const teamRole = reader.choice('teamRole', PRACTITIONER_TEAM_ROLES, {
      label: 'their role in the team',
    });
    const form = reader.answer({ practitionerId, teamRole });
    const agency = typeof body['agency'] === 'string' ? body['agency'] : '';
    const result = await submit(form, (values) =>
      this.team.addMember(id, { ...values, ...(agency ? { agencyId: agency } : {}) }),
    );
    if (result.ok) return done(`/episodes/${id}/team`, 'They have been added to the team and notified.');
    const view = await this.load(id, await this.leads.leadProfessional(id), agency);
    return new Page('team/team.njk', { ...view, errors: result.errors, typed: reader.typed }, 422);
  }

  @Get(':memberId/ending')
  @Allow('team.edit')
  async askEnding(@Param('id') id: string, @Param('memberId') memberId: string): Promise<Page> {
    return page('team/ending.njk', await this.ending(id, memberId));
  }

  @Post(':memberId/ending')
  @Allow('team.edit')
  async end(
    @Param('id') id: string,
    @Param('memberId') memberId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const reader = new FormReader(body);
    const reason = reader.longText('reason', {
      label: 'the reason',
      message: 'Enter why they are leaving the team',
      max: 2000,
    });
    const successorId = reader.optionalText('successorId', { label: 'the person', max: 36 });
    const form = reader.answer({ reason, successorId });
    const result = await submit(form, (values) =>
      this.team.endMembership(id, memberId, values.reason, values.successorId || null),
    );
    if (result.ok)
      return done(`/episodes/${id}/team`, `${result.value.practitioner.name} has left the team.`);
    const data = { ...(await this.ending(id, memberId)), errors: result.errors, typed: reader.typed };
    return new Page('team/ending.njk', data, 422);
  }

  private async ending(id: string, memberId: string) {
    await permitOn(id, 'team.edit', 'change the team');
    const { episode } = await this.header.open(id, 'team');
    const member = await this.team.member(id, memberId);
    const others = (await this.team.workers(id)).filter((one) => one.id !== member.practitioner.id);
    const { current } = await this.leads.leadProfessional(id);
    return {
      title: `Remove ${member.practitioner.name} from the team`,
      episode,
      member,
      successors: peopleOptions(others),
      typed: { successorId: current?.practitioner.id ?? '' },
    };
  }

  private async load(id: string, lead: LeadProfessional, chosen: unknown) {
    const members = await this.team.members(id);
    const { episode } = await this.header.open(id, 'team');
    const agencies = await this.team.agreedAgencies(id);
    const agency = agencies.find((one) => one.id === chosen);
    const people = agency ? await this.colleagues.list({ agencyId: agency.id, limit: 200 }) : [];
    const here = new Set(members.filter(({ until }) => !until).map(({ practitioner }) => practitioner.id));
    const meetings = (await this.meetings.meetings(id)).map(meetingRow(id));
    return {
      title: 'Team around the child',
      episode,
      lead: toLeadView(lead, actor().practitionerId),
      deputies: (await this.deputies.deputies(id)).filter(({ current }) => current),
      people: peopleInvolved(lead.current, await this.team.authors(id), members),
      former: formerMembers(members),
      planned: meetings.filter(({ status }) => status === 'planned').reverse(),
      lastHeld: meetings.find(({ status }) => status === 'held') ?? null,
      agencies: agencyOptions(agencies),
      agency,
      choices: peopleOptions(people.filter((one) => !here.has(one.id))),
      roles: roleOptions,
      typed: { teamRole: 'member' },
    };
  }
}
