import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { LeadProfessionalService } from '#libs/casework/lead-professional';
import { type MemberDraft, PRACTITIONER_TEAM_ROLES, TeamService } from '#libs/casework/team';
import { Created } from '../http/versioned.js';
import { Id, NullableId, NullableLongText, OneOf } from './fields.js';
import { leadAppointmentJson } from './lead-professional.json.js';
import { episodeAuthorJson, teamMemberJson } from './team.json.js';

class MemberBody {
  @Id() practitionerId: string;
  @OneOf(PRACTITIONER_TEAM_ROLES) teamRole: string;
  /** Required if the practitioner works for several agencies. */
  @NullableId() agencyId?: string | null;
}
class LeavingBody {
  @NullableLongText(2000) reason?: string | null;
  /** Who takes over their open actions and planned meetings; the lead professional when left out. */
  @NullableId() successorId?: string | null;
}

@ApiTags('team')
@Controller('api/v1/episodes/:episodeId/team')
export class TeamApiController {
  constructor(
    private readonly team: TeamService,
    private readonly leads: LeadProfessionalService,
  ) {}

  /**
   * Everyone involved: current and former members, the practitioners who opened and assess the episode, and the lead
   * professional.
   */
  @ApiOperation({ summary: 'List the team around the child' })
  @Get()
  @Allow('record.read')
  async list(@Param('episodeId') episodeId: string) {
    const members = await this.team.members(episodeId);
    const authors = await this.team.authors(episodeId);
    const { current } = await this.leads.leadProfessional(episodeId);
    await audit('read team', 'episode', { episodeId });
    return {
      items: members.filter(({ until }) => !until).map(teamMemberJson),
      next: null,
      former: members.filter(({ until }) => until).map(teamMemberJson),
      authors: authors.map(episodeAuthorJson),
      lead: current && leadAppointmentJson(current),
    };
  }

  @ApiOperation({ summary: 'Add a practitioner to the team' })
  @Post()
  @Allow('team.edit')
  async add(@Param('episodeId') episodeId: string, @Body() body: MemberBody) {
    const id = await this.team.addMember(episodeId, body as MemberDraft);
    const added = (await this.team.members(episodeId)).find((member) => member.id === id)!;
    return new Created(teamMemberJson(added), `/api/v1/episodes/${episodeId}/team`);
  }

  @ApiOperation({ summary: 'End a team membership' })
  @Post(':memberId/ending')
  @Allow('team.edit')
  async end(
    @Param('episodeId') episodeId: string,
    @Param('memberId') memberId: string,
    @Body() { reason, successorId }: LeavingBody,
  ) {
    return teamMemberJson(
      await this.team.endMembership(episodeId, memberId, reason ?? null, successorId ?? null),
    );
  }
}
