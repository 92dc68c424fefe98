import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { AgenciesService } from '#libs/directory';
import { unreachable } from '#libs/platform';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import { NullableId, OptionalId, OptionalShortText, ShortText } from './fields.js';
import { ListQuery, paged, sliceAfter } from './paging.js';

class TeamBody {
  @ShortText() name: string;
  @NullableId() localityId?: string | null;
}
class TeamChanges {
  @OptionalShortText() name?: string;
  @NullableId() localityId?: string | null;
}
class TeamQuery extends ListQuery {
  @OptionalId() agencyId?: string;
}

@ApiTags('directory')
@Controller('api/v1/teams')
export class TeamsApiController {
  constructor(private readonly agencies: AgenciesService) {}

  @ApiOperation({ summary: 'List teams' })
  @Get()
  @Allow('directory.read')
  async list(@Query() { agencyId, ...page }: TeamQuery) {
    const all = await this.agencies.teams(agencyId);
    return paged(page, async (limit, after) => sliceAfter(all, limit, after));
  }

  @ApiOperation({ summary: 'Add a team' })
  @Post()
  @Allow('people.manage')
  async add(@Body() body: TeamBody) {
    const id = await this.agencies.addTeam(body);
    return new Created(await this.load(id), `/api/v1/teams/${id}`);
  }

  @ApiOperation({ summary: 'Get a team' })
  @Get(':id')
  @Allow('directory.read')
  read(@Param('id') id: string) {
    return this.load(id);
  }

  @ApiOperation({ summary: 'Change a team' })
  @Patch(':id')
  @Allow('people.manage')
  async change(@Param('id') id: string, @IfMatch() version: number, @Body() body: TeamChanges) {
    await this.agencies.changeTeam(id, version, body);
    return this.load(id);
  }

  private async load(id: string) {
    const team = (await this.agencies.teams()).find((one) => one.id === id);
    if (!team) throw unreachable();
    return new Versioned(team, team.version);
  }
}
