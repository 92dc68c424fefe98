import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { OutcomesService, PlansService } from '#libs/casework/plans';
import { ASSESSMENT_ELEMENTS, EVERY_CHILD_MATTERS_OUTCOMES, optionsOf } from '#libs/terms';
import { done, Page, page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { topicChoices } from '../shared/sensitive-topics.js';
import { readOutcome, readOutcomeChanges } from './plan.forms.js';
import { versionIn } from '../shared/version-in.js';

const VIEW = 'plans/outcome.njk';

@Controller('episodes/:id/plan/outcomes')
export class OutcomesController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly plans: PlansService,
    private readonly outcomes: OutcomesService,
  ) {}

  @Get('new')
  @Allow('plan.edit')
  async ask(@Param('id') id: string): Promise<Page> {
    return page(VIEW, await this.form(id, 'Add an outcome'));
  }

  @Post()
  @Allow('plan.edit')
  async add(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = readOutcome(body);
    const result = await submit(form, (values) => this.outcomes.addOutcome(id, values));
    if (result.ok)
      return done(`/episodes/${id}/plan`, 'Outcome added. Now add who will do what and by when.');
    const typed = { ...body, elements: listOf(body['elements']) };
    return new Page(VIEW, { ...(await this.form(id, 'Add an outcome')), errors: result.errors, typed }, 422);
  }

  @Get(':outcomeId')
  @Allow('plan.edit')
  async askChange(@Param('id') id: string, @Param('outcomeId') outcomeId: string): Promise<Page> {
    const outcome = await this.plans.outcome(id, outcomeId);
    return page(VIEW, { ...(await this.form(id, 'Change outcome')), outcome, typed: outcome });
  }

  @Post(':outcomeId')
  @Allow('plan.edit')
  async change(
    @Param('id') id: string,
    @Param('outcomeId') outcomeId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const form = readOutcomeChanges(body);
    const version = versionIn(body);
    const result = await submit(form, (values) =>
      this.outcomes.changeOutcome(id, outcomeId, version, values),
    );
    if (result.ok) return done(`/episodes/${id}/plan`, 'Outcome saved.');
    const outcome = await this.plans.outcome(id, outcomeId);
    const typed = { ...body, elements: listOf(body['elements']) };
    const data = { ...(await this.form(id, 'Change outcome')), outcome, errors: result.errors, typed };
    return new Page(VIEW, data, 422);
  }

  private async form(id: string, title: string) {
    await permitOn(id, 'plan.edit', 'change the plan');
    const { episode } = await this.header.open(id, 'plan');
    const five = optionsOf(EVERY_CHILD_MATTERS_OUTCOMES);
    const elements = optionsOf(ASSESSMENT_ELEMENTS);
    return { title, episode, five, elements, topics: topicChoices, typed: {} };
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value ? [value] : []);
