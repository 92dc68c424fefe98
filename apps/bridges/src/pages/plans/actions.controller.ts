import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { ACTION_AGREEMENTS, ActionsService, PlansService } from '#libs/casework/plans';
import { TeamService } from '#libs/casework/team';
import { actor, londonDate, now } from '#libs/platform';
import { ACTION_STATUSES, optionsOf } from '#libs/terms';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { topicChoices } from '../shared/sensitive-topics.js';
import { readAction, readActionChanges } from './plan.forms.js';
import { toActionView, dateTyped } from './plan.page.js';
import { versionIn } from '../shared/version-in.js';
import { peopleOptions } from '../shared/options.js';

const agreements = optionsOf(ACTION_AGREEMENTS);

@Controller('episodes/:id/plan/actions')
export class ActionsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly plans: PlansService,
    private readonly actions: ActionsService,
    private readonly team: TeamService,
  ) {}

  @Get('new')
  @Allow('plan.edit')
  async ask(@Param('id') id: string, @Query('outcome') outcomeId?: unknown): Promise<Page> {
    return page('plans/add-action.njk', { ...(await this.offered(id)), typed: { outcomeId } });
  }

  @Post()
  @Allow('plan.edit')
  async add(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = readAction(body);
    const result = await submit(form, (values) => this.actions.addAction(id, values));
    if (result.ok) return done(`/episodes/${id}/plan`, 'Action added.');
    return new Page(
      'plans/add-action.njk',
      { ...(await this.offered(id)), errors: result.errors, typed: body },
      422,
    );
  }

  /** Marks an action as done today with one press, in the plan or on the home page. */
  @Post(':actionId/done')
  @Allow('plan.act')
  async markDone(
    @Param('id') id: string,
    @Param('actionId') actionId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Redirect> {
    const changes = { status: 'done' as const, doneOn: londonDate(now()) };
    await this.actions.changeAction(id, actionId, versionIn(body), changes);
    return done(body['back'] === 'home' ? '/' : `/episodes/${id}/plan`, 'Marked as done today.');
  }

  @Get(':actionId')
  @Allow('plan.act')
  async askChange(@Param('id') id: string, @Param('actionId') actionId: string): Promise<Page> {
    return page('plans/change-action.njk', await this.changing(id, actionId));
  }

  @Post(':actionId')
  @Allow('plan.act')
  async change(
    @Param('id') id: string,
    @Param('actionId') actionId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const action = await this.actions.action(id, actionId);
    const whole = (await permitOn(id, 'record.read')).may('plan.edit');
    const form = readActionChanges(body, action, whole);
    const version = versionIn(body);
    const result = await submit(form, (values) => this.actions.changeAction(id, actionId, version, values));
    if (result.ok) return done(`/episodes/${id}/plan`, 'Action saved.');
    const data = { ...(await this.changing(id, actionId)), errors: result.errors, typed: body };
    return new Page('plans/change-action.njk', data, 422);
  }

  private async changing(id: string, actionId: string) {
    const seen = await this.actions.action(id, actionId);
    const action = toActionView(seen, actor().practitionerId);
    const abilities = await permitOn(id, 'record.read');
    const whole = abilities.may('plan.edit');
    if (!whole) abilities.permit(action.mine ? 'plan.act' : 'plan.edit', 'change this action');
    const { episode } = await this.header.open(id, 'plan');
    const dates = { ...dateTyped('dueOn', seen.dueOn), ...dateTyped('doneOn', seen.doneOn) };
    return {
      title: whole ? 'Change action' : 'Update your action',
      ...{ episode, action, whole, agreements },
      statuses: optionsOf(ACTION_STATUSES),
      typed: { ...seen, ...dates },
    };
  }

  private async offered(id: string) {
    await permitOn(id, 'plan.edit', 'change the plan');
    const plan = await this.plans.plan(id);
    const { episode } = await this.header.open(id, 'plan');
    const outcomes = (plan?.outcomes ?? []).map((one) => ({ value: one.id, text: one.description }));
    const doers = peopleOptions(await this.team.workers(id));
    return { title: 'Add an action', episode, outcomes, doers, agreements, topics: topicChoices, typed: {} };
  }
}
