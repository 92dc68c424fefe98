import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { CaseloadsService } from '#libs/oversight/caseloads';
import { OptionalId, OptionalLine, OptionalOneOf } from './fields.js';

export class CaseloadQuery {
  @OptionalLine(20) by?: string;
  @OptionalLine(20) sort?: string;
  @OptionalOneOf(['ascending', 'descending']) order?: string;
  @OptionalLine(20) scope?: 'mine' | 'agency' | 'locality' | 'all';
  @OptionalLine(20) status?: string;
  @OptionalLine(10) level?: string;
  @OptionalLine(100) exception?: string;
  @OptionalLine(20) notShared?: string;
  @OptionalId() practitionerId?: string;
  @OptionalId() teamId?: string;
  @OptionalId() agencyId?: string;
  @OptionalId() localityId?: string;
}

@ApiTags('caseload')
@Controller('api/v1/caseload')
export class CaseloadsApiController {
  constructor(private readonly caseloads: CaseloadsService) {}

  /** A number is null where none of these families shares it with you; `notShared` says of how many each leaves out. */
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
