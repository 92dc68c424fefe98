import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { EPISODE_LEVELS, EPISODE_SCOPES, EPISODE_STATES, EXCEPTIONS } from '#libs/casework/episodes';
import { CASELOAD_BY, CaseloadsService, SORTS } from '#libs/oversight/caseloads';
import { OptionalId, QueryOneOf, QueryText } from './fields.js';

export class CaseloadQuery {
  @QueryOneOf(CASELOAD_BY) by?: string;
  @QueryOneOf(SORTS) sort?: string;
  @QueryOneOf(['ascending', 'descending']) order?: string;
  @QueryOneOf(EPISODE_SCOPES) scope?: (typeof EPISODE_SCOPES)[number];
  @QueryOneOf(EPISODE_STATES) status?: string;
  @QueryOneOf(EPISODE_LEVELS) level?: string;
  @QueryText(100) exception?: string;
  @QueryOneOf(EXCEPTIONS) notShared?: string;
  @OptionalId() practitionerId?: string;
  @OptionalId() teamId?: string;
  @OptionalId() agencyId?: string;
  @OptionalId() localityId?: string;
}

@ApiTags('caseload')
@Controller('api/v1/caseload')
export class CaseloadsApiController {
  constructor(private readonly caseloads: CaseloadsService) {}

  /**
   * A number is null if none of these families shares it with you; `notShared` counts the families that each number
   * leaves out.
   */
  @ApiOperation({ summary: 'Count a caseload' })
  @Get()
  @Allow('caseload.read')
  async read(@Query() { order, ...query }: CaseloadQuery) {
    const { by, groups, shares, exceptions, notShared, levels, count, filter } =
      await this.caseloads.caseload({
        ...query,
        descending: order === 'descending',
      });
    return {
      by,
      filter,
      groups: groups.map(({ href, ...group }) => ({ ...group, href: `/api/v1${href}` })),
      levels,
      shares: shares.map(({ href, ...one }) => ({ ...one, href: `/api/v1${href}` })),
      exceptions,
      notShared,
      total: count,
    };
  }
}
