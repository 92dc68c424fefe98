import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { AgencyClosuresService } from '#libs/directory';
import { actor, unreachable } from '#libs/platform';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { Created } from '../http/versioned.js';
import { Id, IsoDate, LongText, NullableId, OptionalYesNo } from './fields.js';

class AgencyClosureBody {
  /** The last day on which the agency's people work in Bridges, at least 14 days away. */
  @IsoDate() lastDay: string;
  @LongText(2_000) reason: string;
  /** The agency that takes over. */
  @NullableId() successorId?: string | null;
  /** Whether its people are given posts at the agency that takes over. */
  @OptionalYesNo() movesPeople?: boolean;
}
class ShownClosureBody {
  /** The closure that was read: 404 when it has been called off since. */
  @Id() closureId: string;
}

/** Agencies that close: proposed by the system administrator, agreed by an administrator of the agency. */
@ApiTags('directory')
@Controller('api/v1')
export class AgencyClosuresApiController {
  constructor(private readonly closures: AgencyClosuresService) {}

  @ApiOperation({ summary: 'Get the closure of an agency' })
  @Get('agencies/:id/closure')
  @Allow('agencies.manage')
  read(@Param('id') id: string) {
    return this.load(id);
  }

  @ApiOperation({ summary: 'Propose to close an agency' })
  @Post('agencies/:id/closure')
  @Allow('agencies.manage')
  @ConfirmedRecently()
  async propose(@Param('id') id: string, @Body() body: AgencyClosureBody) {
    await this.closures.propose(id, body);
    return new Created(await this.load(id), `/api/v1/agencies/${id}/closure`);
  }

  /** By another system administrator, when the agency has no administrator. */
  @ApiOperation({ summary: 'Agree to close an agency without an administrator' })
  @Post('agencies/:id/closure/agreement')
  @Allow('agencies.manage')
  @ConfirmedRecently()
  @HttpCode(200)
  async agree(@Param('id') id: string, @Body() { closureId }: ShownClosureBody) {
    await this.closures.agree(id, closureId);
    return this.load(id);
  }

  @ApiOperation({ summary: 'Call off the closure of an agency' })
  @Post('agencies/:id/closure/calling-off')
  @Allow('agencies.manage')
  @HttpCode(204)
  async callOff(@Param('id') id: string, @Body() { closureId }: ShownClosureBody): Promise<void> {
    await this.closures.callOff(id, closureId);
  }

  @ApiOperation({ summary: 'Get the closure of my agency' })
  @Get('agency-closure')
  @Allow('people.manage')
  readOwn() {
    return this.load(actor().agencyId);
  }

  /** Posts end with the last day, and people who move have posts at the agency that takes over from today. */
  @ApiOperation({ summary: 'Agree to close my agency' })
  @Post('agency-closure/agreement')
  @Allow('people.manage')
  @ConfirmedRecently()
  @HttpCode(200)
  async agreeOwn(@Body() { closureId }: ShownClosureBody) {
    await this.closures.agree(actor().agencyId, closureId);
    return this.load(actor().agencyId);
  }

  @ApiOperation({ summary: 'Call off the closure of my agency' })
  @Post('agency-closure/calling-off')
  @Allow('people.manage')
  @HttpCode(204)
  async callOffOwn(@Body() { closureId }: ShownClosureBody): Promise<void> {
    await this.closures.callOff(actor().agencyId, closureId);
  }

  /** Numbers for each person, and no family. */
  @ApiOperation({ summary: 'Count the open work of my agency’s people' })
  @Get('agency-closure/open-work')
  @Allow('people.manage')
  async openWork() {
    return { items: await this.closures.openWork(), next: null };
  }

  private async load(agencyId: string) {
    const closure = await this.closures.current(agencyId);
    if (!closure) throw unreachable();
    return closure;
  }
}
