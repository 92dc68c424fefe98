import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { AdministratorsService, AgenciesService, type Agency } from '#libs/directory';
import { AGENCY_KINDS } from '#libs/terms';
import { AnswerNotKept } from '../http/idempotency.interceptor.js';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import {
  NullableShortText,
  OneOf,
  OptionalOneOf,
  OptionalTrue,
  OptionalShortText,
  QueryOneOf,
  QueryText,
  ShortText,
} from './fields.js';
import { ListQuery, paged, sliceAfter } from './paging.js';

class AgencyBody {
  @ShortText() name: string;
  @OneOf(AGENCY_KINDS) kind: string;
  @NullableShortText(30) telephone?: string | null;
  /** An agency whose name has the same words is another one. */
  @OptionalTrue() otherAgencyConfirmed?: boolean;
}
class AgencyChanges {
  @OptionalShortText() name?: string;
  @OptionalOneOf(AGENCY_KINDS) kind?: string;
  @NullableShortText(30) telephone?: string | null;
}
/** The first administrator of an agency where none can sign in yet. */
export class AdministratorBody {
  @ShortText() name: string;
  @ShortText() jobTitle: string;
  @ShortText() email: string;
}
class AgencyQuery extends ListQuery {
  @QueryOneOf(AGENCY_KINDS) kind?: string;
  @QueryText() name?: string;
}

@ApiTags('directory')
@Controller('api/v1')
export class AgenciesApiController {
  constructor(
    private readonly agencies: AgenciesService,
    private readonly administrators: AdministratorsService,
  ) {}

  @ApiOperation({ summary: 'List agencies' })
  @Get('agencies')
  @Allow('directory.read')
  async list(@Query() { kind, name, ...page }: AgencyQuery) {
    const all = await this.agencies.list({ ...(kind ? { kind } : {}), ...(name ? { name } : {}) });
    return paged(page, async (limit, after) => sliceAfter(all, limit, after).map(agencyJson));
  }

  @ApiOperation({ summary: 'Add an agency' })
  @Post('agencies')
  @Allow('agencies.manage')
  async add(@Body() body: AgencyBody) {
    const id = await this.agencies.add(body);
    return new Created(await this.load(id), `/api/v1/agencies/${id}`);
  }

  @ApiOperation({ summary: 'Get an agency' })
  @Get('agencies/:id')
  @Allow('directory.read')
  read(@Param('id') id: string) {
    return this.load(id);
  }

  @ApiOperation({ summary: 'Change an agency' })
  @Patch('agencies/:id')
  @Allow('agencies.manage')
  async change(@Param('id') id: string, @IfMatch() version: number, @Body() body: AgencyChanges) {
    await this.agencies.change(id, version, body);
    return this.load(id);
  }

  /** Invites them; the agency's other people are added by its administrators. */
  @ApiOperation({ summary: 'Add the first administrator of an agency' })
  @Post('agencies/:id/administrators')
  @AnswerNotKept()
  @Allow('agencies.manage')
  async addAdministrator(@Param('id') id: string, @Body() body: AdministratorBody) {
    const { id: agencyId } = await this.agencies.find(id);
    await this.administrators.addFirst(agencyId, body);
    return { items: await this.administrators.pending(agencyId), next: null };
  }

  @ApiOperation({ summary: 'List localities' })
  @Get('localities')
  @Allow('directory.read')
  async localities() {
    return { items: await this.agencies.localities(), next: null };
  }

  @ApiOperation({ summary: 'List the levels of need' })
  @Get('levels-of-need')
  @Allow('directory.read')
  async levels() {
    const levels = await this.agencies.levels();
    return {
      items: levels.map(({ countyShare, nationalShare, ...level }) => ({
        ...level,
        countyShare: Number(countyShare),
        nationalShare: Number(nationalShare),
      })),
      next: null,
    };
  }

  private async load(id: string) {
    const agency = await this.agencies.find(id);
    return new Versioned(agencyJson(agency), agency.version);
  }
}

function agencyJson({ authorityId: _authority, demo: _demo, ...agency }: Agency) {
  return { ...agency };
}
