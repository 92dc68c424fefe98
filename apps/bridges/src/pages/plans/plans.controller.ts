import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '#libs/access';
import { PlansService } from '#libs/casework/plans';
import { actor } from '#libs/platform';
import { type Page, page } from '../../http/page.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toPlanView } from './plan.page.js';

@Controller('episodes/:id/plan')
export class PlansController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly plans: PlansService,
  ) {}

  @Get()
  @Allow('record.read')
  async show(@Param('id') id: string): Promise<Page> {
    const plan = toPlanView(await this.plans.plan(id), actor().practitionerId);
    const { seen, episode } = await this.header.open(id, 'plan');
    const status = seen.record?.status ?? '';
    const mayAdd = seen.open && seen.abilities.may('plan.edit');
    const ready = plan.outcomes.length > 0 || status === 'assessed';
    return page('plans/plan.njk', { title: 'Plan', episode, plan, mayAdd: mayAdd && ready, ready });
  }
}
