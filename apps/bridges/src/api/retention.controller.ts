import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { DestructionService, RetentionService } from '#libs/casework/retention';
import { invalidField } from '#libs/platform';
import { RETENTION_STATES, type RetentionState } from '#libs/terms';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { Created } from '../http/versioned.js';
import { LongText, NullableLongText, OneOf, QueryOneOf } from './fields.js';
import { ListQuery, paged } from './paging.js';

class RetentionQuery extends ListQuery {
  @QueryOneOf(RETENTION_STATES) state?: RetentionState;
}
class HoldBody {
  @LongText(2000) reason: string;
}
class LiftBody {
  @LongText(2000) because: string;
}
class DestructionBody {
  @LongText(2000) reason: string;
}
class DestructionAnswerBody {
  @OneOf(['approved', 'declined']) answer: 'approved' | 'declined';
  @NullableLongText(2000) reason?: string | null;
}

@ApiTags('retention')
@Controller('api/v1')
export class RetentionApiController {
  constructor(
    private readonly retention: RetentionService,
    private readonly destruction: DestructionService,
  ) {}

  @ApiOperation({ summary: 'List the retention classes' })
  @Get('retention-classes')
  @Allow('retention.read')
  async classes() {
    return { items: await this.retention.classes(), next: null };
  }

  @ApiOperation({ summary: 'List records by their retention' })
  @Get('retention')
  @Allow('retention.queue')
  async queue(@Query() { state = 'due', ...query }: RetentionQuery) {
    return state === 'destroyed'
      ? paged(query, (limit, after) => this.retention.tombstones(limit, after))
      : paged(query, (limit, after) => this.retention.queue(state, limit, after));
  }

  /** Until when the record is kept, and why; dates are null while the episode is open. */
  @ApiOperation({ summary: 'Get until when an episode is kept' })
  @Get('episodes/:id/retention')
  @Allow('retention.read')
  async read(@Param('id') episodeId: string) {
    return { keptUntil: await this.retention.readRetentionDate(episodeId) };
  }

  @ApiOperation({ summary: 'Hold an episode from destruction' })
  @Post('episodes/:id/retention/holds')
  @Allow('retention.manage')
  async hold(@Param('id') episodeId: string, @Body() { reason }: HoldBody) {
    const id = await this.retention.placeHold(episodeId, reason);
    return new Created({ id, episodeId, reason }, `/api/v1/episodes/${episodeId}/retention`);
  }

  @ApiOperation({ summary: 'Lift a hold' })
  @Post('retention-holds/:id/lifting')
  @HttpCode(200)
  @Allow('retention.manage')
  async lift(@Param('id') id: string, @Body() { because }: LiftBody) {
    const episodeId = await this.retention.liftHold(id, because);
    return { id, episodeId, liftedBecause: because };
  }

  @ApiOperation({ summary: 'Propose the destruction of an episode' })
  @Post('episodes/:id/destruction')
  @Allow('retention.manage')
  @ConfirmedRecently()
  async propose(@Param('id') episodeId: string, @Body() { reason }: DestructionBody) {
    const id = await this.destruction.propose(episodeId, reason);
    return new Created({ id, episodeId, reason }, `/api/v1/episodes/${episodeId}/retention`);
  }

  @ApiOperation({ summary: 'Approve or decline a destruction' })
  @Post('destruction-proposals/:id/answer')
  @HttpCode(200)
  @Allow('destruction.answer')
  @ConfirmedRecently()
  async answer(@Param('id') id: string, @Body() { answer, reason }: DestructionAnswerBody) {
    if (answer === 'approved') return { answer, tombstone: { id: await this.destruction.approve(id) } };
    if (!reason?.trim()) throw invalidField('reason', 'Enter why it is declined');
    await this.destruction.decline(id, reason);
    return { answer, reason };
  }
}
