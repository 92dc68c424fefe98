import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  type ActionChanges,
  type ActionDraft,
  ActionsService,
  type OutcomeChanges,
  type OutcomeDraft,
  OutcomesService,
  PlansService,
} from '#libs/casework/plans';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import { ActionBody, ActionChangesBody, OutcomeBody, OutcomeChangesBody } from './plans.bodies.js';
import { planJson } from './plans.json.js';

@ApiTags('plan')
@Controller('api/v1/episodes/:episodeId/plan')
export class PlansApiController {
  constructor(
    private readonly plans: PlansService,
    private readonly outcomes: OutcomesService,
    private readonly actions: ActionsService,
  ) {}

  @ApiOperation({ summary: 'Get the plan' })
  @Get()
  @Allow('record.read')
  async read(@Param('episodeId') episodeId: string) {
    const plan = planJson(await this.plans.plan(episodeId));
    await audit('read plan', 'episode', { episodeId });
    return new Versioned(plan, plan.version);
  }

  @ApiOperation({ summary: 'Add an outcome to the plan' })
  @Post('outcomes')
  @Allow('plan.edit')
  async addOutcome(@Param('episodeId') episodeId: string, @Body() body: OutcomeBody) {
    const id = await this.outcomes.addOutcome(episodeId, { ...body } as OutcomeDraft);
    const to = `/api/v1/episodes/${episodeId}/plan/outcomes/${id}`;
    return new Created(await this.outcome(episodeId, id), to);
  }

  @ApiOperation({ summary: 'Change an outcome of the plan' })
  @Patch('outcomes/:outcomeId')
  @Allow('plan.edit')
  async changeOutcome(
    @Param('episodeId') episodeId: string,
    @Param('outcomeId') outcomeId: string,
    @IfMatch() version: number,
    @Body() body: OutcomeChangesBody,
  ) {
    await this.outcomes.changeOutcome(episodeId, outcomeId, version, { ...body } as OutcomeChanges);
    return this.outcome(episodeId, outcomeId);
  }

  @ApiOperation({ summary: 'Add an action to the plan' })
  @Post('actions')
  @Allow('plan.edit')
  async addAction(@Param('episodeId') episodeId: string, @Body() body: ActionBody) {
    const id = await this.actions.addAction(episodeId, { ...body } as ActionDraft);
    const to = `/api/v1/episodes/${episodeId}/plan/actions/${id}`;
    return new Created(await this.action(episodeId, id), to);
  }

  @ApiOperation({ summary: 'Change an action of the plan' })
  @Patch('actions/:actionId')
  @Allow('plan.act')
  async changeAction(
    @Param('episodeId') episodeId: string,
    @Param('actionId') actionId: string,
    @IfMatch() version: number,
    @Body() body: ActionChangesBody,
  ) {
    await this.actions.changeAction(episodeId, actionId, version, { ...body } as ActionChanges);
    return this.action(episodeId, actionId);
  }

  private async outcome(episodeId: string, outcomeId: string) {
    const seen = await this.plans.outcome(episodeId, outcomeId);
    return new Versioned(seen, seen.version);
  }

  private async action(episodeId: string, actionId: string) {
    const seen = await this.actions.action(episodeId, actionId);
    return new Versioned(seen, seen.version);
  }
}
