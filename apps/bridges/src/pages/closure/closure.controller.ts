import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { PlansService } from '#libs/casework/plans';
import { RetentionService } from '#libs/casework/retention';
import { ClosuresService } from '#libs/casework/reviews';
import { AgenciesService } from '#libs/directory';
import { forbidden, londonDate, now } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { tryForm } from '../../http/try-form.js';
import { keptInWords } from '../retention/retention.page.js';
import { EpisodeShell } from '../episodes/episode-shell.js';
import { readClosure } from './closure.form.js';
import { closureForm, closureShown, firstTyped } from './closure.page.js';

@Controller('episodes/:id/closure')
export class ClosureController {
  constructor(
    private readonly shell: EpisodeShell,
    private readonly closures: ClosuresService,
    private readonly plans: PlansService,
    private readonly agencies: AgenciesService,
    private readonly retention: RetentionService,
  ) {}

  /** What became of it when it is closed; else the question, beginning with who is touched. */
  @Get()
  @Allow('episode.read')
  async show(@Param('id') id: string): Promise<Page> {
    const closure = await this.closures.closureOf(id);
    const { seen, episode } = await this.shell.open(id, 'overview');
    const plan = await this.plans.plan(id);
    const agencies = await this.agencies.list();
    if (closure)
      return page('closure/closed.njk', {
        title: 'Closed',
        episode,
        closure: closureShown(closure, plan, agencies),
        kept: keptInWords(await this.retention.keptUntil(id)),
      });
    if (!seen.abilities.may('episode.close'))
      throw forbidden('You cannot close this episode. Ask the lead professional.');
    return page('closure/close.njk', {
      ...(await this.asked(id, seen.record?.level?.number ?? null)),
      episode,
      typed: firstTyped(plan, londonDate(now())),
    });
  }

  @Post()
  @Allow('episode.close')
  async close(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const plan = await this.plans.plan(id);
    const agencyIds = (await this.agencies.list()).map((agency) => agency.id);
    const form = readClosure(
      body,
      (plan?.outcomes ?? []).map((outcome) => outcome.id),
      agencyIds,
      londonDate(now()),
    );
    const tried = form.ok
      ? await tryForm(() => this.closures.closeEpisode(id, form.values))
      : { ok: false as const, errors: form.errors };
    if (tried.ok)
      return done(`/episodes/${id}/closure`, 'The episode is closed. Its lead and team have been told.');
    const { seen, episode } = await this.shell.open(id, 'overview');
    const asked = await this.asked(id, seen.record?.level?.number ?? null);
    return pageWithErrors('closure/close.njk', {
      ...asked,
      episode,
      errors: tried.errors,
      typed: form.ok ? body : form.typed,
    });
  }

  private async asked(id: string, level: number | null) {
    const affected = await this.closures.affectedBy(id);
    const plan = await this.plans.plan(id);
    return {
      title: 'Close this episode',
      form: closureForm(affected, plan, await this.agencies.list(), await this.agencies.levels(), level),
    };
  }
}
