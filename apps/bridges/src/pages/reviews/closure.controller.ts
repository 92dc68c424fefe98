import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { PlansService } from '#libs/casework/plans';
import {
  ClosureChecksService,
  ClosureDeathsService,
  ClosureNoticesService,
  ClosureProposalsService,
  ClosuresService,
} from '#libs/casework/reviews';
import { AgenciesService } from '#libs/directory';
import { forbidden, londonDate, now } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { readClosure } from './closure.form.js';
import { closureForm, initialValues, isAtStatutoryLevel, toClosureFormValues } from './closure.page.js';
import { ClosurePagesService } from './closure-pages.service.js';

@Controller('episodes/:id/closure')
export class ClosureController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly closures: ClosuresService,
    private readonly proposals: ClosureProposalsService,
    private readonly checks: ClosureChecksService,
    private readonly deaths: ClosureDeathsService,
    private readonly notices: ClosureNoticesService,
    private readonly plans: PlansService,
    private readonly agencies: AgenciesService,
    private readonly pages: ClosurePagesService,
  ) {}

  /**
   * Shows the closure, or the proposal that waits for a manager, or the form, which starts with the people affected.
   */
  @Get()
  @Allow('episode.read')
  async show(@Param('id') id: string): Promise<Page> {
    const closure = await this.closures.closureOf(id);
    if (closure) return page('reviews/closed.njk', await this.pages.closed(id, closure));
    const [latest] = await this.proposals.ofEpisode(id);
    if (latest?.canBeApproved) return page('reviews/proposal.njk', await this.pages.proposed(id, latest));
    const { seen, episode } = await this.header.open(id, 'overview');
    if (!seen.abilities.may('episode.close')) {
      if (latest && !latest.outcome)
        return page('reviews/proposal.njk', await this.pages.proposed(id, latest));
      throw forbidden('You cannot close this episode. Ask the lead professional.');
    }
    const level = seen.record?.level?.number ?? null;
    if (isAtStatutoryLevel(await this.agencies.levels(), level))
      return page('reviews/level-4.njk', { title: 'This episode cannot be closed yet', episode });
    const plan = await this.plans.plan(id);
    const again = latest && latest.outcome !== 'approved' && latest.outcome !== 'superseded' ? latest : null;
    return page('reviews/close.njk', {
      ...(await this.asked(id, level)),
      episode,
      again,
      typed: {
        ...initialValues(plan, londonDate(now())),
        ...(again ? toClosureFormValues(again.input) : {}),
      },
    });
  }

  @Post()
  @Allow('episode.close')
  async close(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const plan = await this.plans.plan(id);
    const { seen, episode } = await this.header.open(id, 'overview');
    const form = readClosure(body, {
      outcomeIds: (plan?.outcomes ?? []).map((outcome) => outcome.id),
      agencyIds: (await this.agencies.list()).map((agency) => agency.id),
      managerIds: (await this.checks.approvers(id)).map(({ practitionerId }) => practitionerId),
      livingIds: (await this.deaths.living(id)).map((child) => child.id),
      today: londonDate(now()),
      openedOn: londonDate(seen.openedAt),
    });
    const result = await submit(form, (values) => this.closures.closeEpisode(id, values));
    if (result.ok)
      return done(
        `/episodes/${id}/closure`,
        result.value.status === 'closed'
          ? 'Episode closed. Everyone concerned has been told.'
          : 'Closure proposed. The manager has been asked to approve it. The episode stays open until they do.',
      );
    return pageWithErrors('reviews/close.njk', {
      ...(await this.asked(id, seen.record?.level?.number ?? null)),
      episode,
      errors: result.errors,
      typed: form.ok ? body : form.typed,
    });
  }

  private async asked(id: string, level: number | null) {
    const plan = await this.plans.plan(id);
    return {
      title: 'Close this episode',
      form: closureForm({
        affected: await this.notices.affectedBy(id),
        approvers: await this.checks.approvers(id),
        plan,
        agencies: await this.agencies.list(),
        levels: await this.agencies.levels(),
        level,
        living: await this.deaths.living(id),
      }),
    };
  }
}
