import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { abilitiesOn, Allow } from '#libs/access';
import type { EpisodeView } from '#libs/casework/episodes';
import { ConsentsService } from '#libs/casework/information-sharing';
import { AgenciesService } from '#libs/directory';
import { forbidden, isId, londonDate, now } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader, type EpisodeHeaderView } from '../shared/episode-header.js';
import { readConsentForm } from './consent.form.js';
import { ConversationPageService } from './conversation-page.service.js';
import { agencyGroups, namingAgencies } from './conversation.page.js';

const CHOOSE = 'information-sharing/choose-agencies.njk';

@Controller('episodes/:id/consents')
export class ConsentsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly consents: ConsentsService,
    private readonly agencies: AgenciesService,
    private readonly conversation: ConversationPageService,
  ) {}

  /** The agencies are chosen first, because a county has hundreds; then the conversation is recorded. */
  @Get('new')
  @Allow('consent.record')
  async ask(
    @Param('id') id: string,
    @Query('agency') chosen?: string | string[],
    @Query('name') name?: string,
    @Query('next') next?: string,
  ): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'consent');
    if (!episode['open'] || !seen.abilities.may('consent.record'))
      throw forbidden('You cannot record consent on this episode.');
    const ids = idsIn(chosen);
    if (next === 'find' || ids.length === 0)
      return this.choose(seen, episode, {
        name: typeof name === 'string' ? name.slice(0, 100) : '',
        chosen: ids,
        isIncomplete: next === 'continue',
      });
    const offered = await this.conversation.load(seen, ids);
    return page('information-sharing/conversation.njk', {
      title: 'Record consent',
      episode,
      typed: {
        purpose: 'share_plan',
        childIds: offered.laterChildren.filter(({ isIncluded }) => isIncluded).map(({ value }) => value),
      },
      ...offered,
    });
  }

  @Post()
  @Allow('consent.record')
  async record(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const ids = idsIn(body['agency'] as string | string[]);
    const form = readConsentForm(body, ids, londonDate(now()));
    const result = await submit(form, (values) => this.consents.recordConsent(id, values));
    if (result.ok)
      return done(
        // An author whose own exclusion was just recorded can no longer read what they wrote.
        (await abilitiesOn(id)).may('consent.read') ? `/episodes/${id}/consents` : '/',
        'Decision saved. It applies from now.',
      );
    const { seen, episode } = await this.header.open(id, 'consent');
    const offered = await this.conversation.load(seen, ids);
    return pageWithErrors('information-sharing/conversation.njk', {
      title: 'Record consent',
      episode,
      errors: namingAgencies(result.errors, offered.agencies),
      typed: form.ok ? body : { ...body, ...form.typed },
      ...offered,
    });
  }

  /** Agencies that were selected stay listed and selected, whatever name is looked for. */
  private async choose(
    seen: EpisodeView,
    episode: EpisodeHeaderView,
    { name, chosen, isIncomplete }: { name: string; chosen: readonly string[]; isIncomplete: boolean },
  ): Promise<Page> {
    const matching = await this.agencies.open(name ? { name } : {});
    const matches = new Set(matching.map(({ id }) => id));
    const others = name ? await this.agencies.open({}) : [];
    const agencies = [...matching, ...others.filter(({ id }) => chosen.includes(id) && !matches.has(id))];
    const view = {
      title: 'Which agencies did you discuss?',
      episode,
      typed: { name },
      chosen,
      hasMatches: matching.length > 0,
      groups: agencyGroups(agencies, seen.openingAgency?.id),
    };
    const select = { field: 'agency', message: 'Select the agencies you discussed with the family' };
    return isIncomplete ? pageWithErrors(CHOOSE, { ...view, errors: [select] }) : page(CHOOSE, view);
  }
}

function idsIn(chosen: unknown): string[] {
  return [...new Set(Array.isArray(chosen) ? chosen : [chosen])].filter(isId).slice(0, 20);
}
