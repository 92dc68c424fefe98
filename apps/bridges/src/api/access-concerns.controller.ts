import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  AccessConcernsService,
  ExplanationsService,
  GuardiansService,
  WatchRulesService,
} from '#libs/oversight/access-concerns';
import { CONCERN_OUTCOMES, CONCERN_STATES, type ConcernOutcome, type ConcernState } from '#libs/terms';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { IfMatch, Versioned } from '../http/versioned.js';
import {
  LongText,
  NullableId,
  OneOf,
  OptionalInteger,
  OptionalYesNo,
  QueryOneOf,
  ShortText,
} from './fields.js';

class ConcernQuery {
  @QueryOneOf(CONCERN_STATES) state?: string;
}
class ExplanationBody {
  @ShortText(500) why: string;
}
class ConcernDecisionBody {
  @OneOf(CONCERN_OUTCOMES) outcome: string;
  @LongText(2000) note: string;
}
class GuardianBody {
  @NullableId() practitionerId?: string | null;
}
class WatchRuleChangesBody {
  @OptionalInteger(1, 1000) threshold?: number;
  @OptionalInteger(1, 168) hours?: number;
  @OptionalYesNo() active?: boolean;
}

/** Unusual access to records: what the rules flagged, the practitioner's reason, and the guardian's decision. */
@ApiTags('access concerns')
@Controller('api/v1')
export class AccessConcernsApiController {
  constructor(
    private readonly concerns: AccessConcernsService,
    private readonly explanations: ExplanationsService,
    private readonly guardians: GuardiansService,
    private readonly rules: WatchRulesService,
  ) {}

  /** The guardian's queue, as of the last run of the scheduled watch. */
  @ApiOperation({ summary: 'List access concerns to review' })
  @Get('access-concerns')
  @Allow('concern.review')
  async queue(@Query() { state }: ConcernQuery) {
    return { items: await this.concerns.queue(state as ConcernState | undefined), next: null };
  }

  /** The questions put to the signed-in practitioner about records they opened. */
  @ApiOperation({ summary: 'List access concerns about my own access' })
  @Get('access-concerns/mine')
  @Allow('concern.explain')
  async mine() {
    return { items: await this.explanations.mine(), next: null };
  }

  @ApiOperation({ summary: 'Get an access concern' })
  @Get('access-concerns/:id')
  @Allow('concern.review')
  async find(@Param('id') id: string) {
    const concern = await this.concerns.find(id);
    await audit('read access concern', 'access_concern', { subjectId: id });
    return concern;
  }

  @ApiOperation({ summary: 'Explain my own access' })
  @Post('access-concerns/:id/explanation')
  @Allow('concern.explain')
  async explain(@Param('id') id: string, @Body() { why }: ExplanationBody) {
    await this.explanations.explain(id, why);
    return this.explanations.find(id);
  }

  @ApiOperation({ summary: 'Decide an access concern' })
  @Post('access-concerns/:id/decision')
  @Allow('concern.review')
  async decide(@Param('id') id: string, @Body() { outcome, note }: ConcernDecisionBody) {
    await this.concerns.decide(id, outcome as ConcernOutcome, note);
    return this.concerns.find(id);
  }

  /** The guardian named by the administrator's agency; null: the governance lead. */
  @ApiOperation({ summary: 'Get the guardian of my agency' })
  @Get('guardian')
  @Allow('guardian.name')
  async guardian() {
    return { guardian: await this.guardians.named() };
  }

  @ApiOperation({ summary: 'Name the guardian of my agency' })
  @Put('guardian')
  @Allow('guardian.name')
  async name(@Body() { practitionerId }: GuardianBody) {
    await this.guardians.name(practitionerId ?? null);
    return { guardian: await this.guardians.named() };
  }

  @ApiOperation({ summary: 'List the rules that raise access concerns' })
  @Get('watch-rules')
  @Allow('watch.set')
  async watchRules() {
    return { items: await this.rules.list(), next: null };
  }

  @ApiOperation({ summary: 'Get a rule that raises access concerns' })
  @Get('watch-rules/:rule')
  @Allow('watch.set')
  async watchRule(@Param('rule') rule: string) {
    const accessRule = await this.rules.find(rule);
    return new Versioned(accessRule, accessRule.version);
  }

  @ApiOperation({ summary: 'Change a rule that raises access concerns' })
  @Patch('watch-rules/:rule')
  @Allow('watch.set')
  @ConfirmedRecently()
  async change(
    @Param('rule') rule: string,
    @IfMatch() version: number,
    @Body() changes: WatchRuleChangesBody,
  ) {
    await this.rules.change(rule, version, changes);
    const accessRule = await this.rules.find(rule);
    return new Versioned(accessRule, accessRule.version);
  }
}
