import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { abilitiesOn, Allow } from '#libs/access';
import type { EpisodeView } from '#libs/casework/episodes';
import { ConsentLedgerService, ConsentsService } from '#libs/casework/information-sharing';
import { AgenciesService } from '#libs/directory';
import { forbidden, isHeldBack, isId, londonDate, now } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader, type EpisodeHeaderView } from '../shared/episode-header.js';
import { ConsentCheckService } from './consent-check.service.js';
import { readConsentForm } from './consent.form.js';
import { ConversationPageService } from './conversation-page.service.js';
import { agencyGroups, placed, withPreset } from './conversation.page.js';

const CHOOSE = 'information-sharing/choose-agencies.njk';
const CONVERSATION = 'information-sharing/conversation.njk';
const CHECK = 'information-sharing/check.njk';
const TITLE = 'Record consent';

@Controller('episodes/:id/consents')
export class ConsentsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly consents: ConsentsService,
    private readonly ledger: ConsentLedgerService,
    private readonly agencies: AgenciesService,
    private readonly conversation: ConversationPageService,
    private readonly checks: ConsentCheckService,
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
    const ids = next === 'no-agency' ? [] : idsIn(chosen);
    if (next !== 'no-agency' && (next === 'find' || ids.length === 0))
      return this.choose(seen, episode, {
        name: typeof name === 'string' ? name.slice(0, 100) : '',
        chosen: next === undefined && name === undefined ? await this.namedBefore(id) : ids,
        isIncomplete: next === 'continue' || next === 'team',
      });
    const offered = await this.conversation.load(seen, ids);
    const begun = await this.conversation.begun(seen, ids, offered.laterChildren);
    const typed = withPreset(begun, next, offered.agencies);
    return page(CONVERSATION, { title: TITLE, episode, typed, ...offered });
  }

  /** Reads the decision back before it counts; what was read back is stored when it is confirmed as it was shown. */
  @Post()
  @Allow('consent.record')
  async record(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const { seen, episode } = await this.header.open(id, 'consent');
    const offered = await this.conversation.load(seen, idsIn(body['agency']));
    const again = { title: TITLE, episode, ...offered };
    if (isHeldBack() || isOnlyShown(body))
      return page(CONVERSATION, { ...again, typed: withPreset(body, body['preset'], offered.agencies) });
    const name = (decider: string) => offered.deciderNames.get(decider);
    const form = readConsentForm(body, offered.agencies, name, londonDate(now()));
    const result = await submit(form, async (values) => {
      const check = await this.checks.check(id, values, offered);
      return body['shown'] === check.shown
        ? { ...check, stored: await this.consents.recordConsent(id, values) }
        : { ...check, stored: null };
    });
    if (!result.ok) {
      const typed = form.ok ? body : { ...body, ...form.typed };
      return pageWithErrors(CONVERSATION, { ...again, errors: placed(result.errors), typed });
    }
    const { stored, ...check } = result.value;
    if (stored) return this.saved(id);
    const view = { title: 'Check what was decided', episode, ...check, carried: carriedIn(body) };
    const message = this.checks.messageOf(check, body);
    return message
      ? pageWithErrors(CHECK, { ...view, errors: [{ field: 'changed', message }] })
      : page(CHECK, view);
  }

  private async saved(id: string): Promise<Redirect> {
    // An author whose own exclusion was just recorded can no longer read what they wrote.
    const mayRead = (await abilitiesOn(id)).may('consent.read');
    return done(
      mayRead ? `/episodes/${id}/consents` : '/',
      `Decision saved. It applies from now.${mayRead ? ' You can print a page for the family from the consent history.' : ''}`,
    );
  }

  private async namedBefore(id: string): Promise<string[]> {
    return (await this.ledger.standing(id)).map(({ agency }) => agency.id);
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
      ...agencyGroups(agencies, seen.openingAgency?.id, chosen),
    };
    const select = { field: 'agency', message: 'Select the agencies you discussed with the family' };
    return isIncomplete ? pageWithErrors(CHOOSE, { ...view, errors: [select] }) : page(CHOOSE, view);
  }
}

function idsIn(chosen: unknown): string[] {
  return [...new Set(Array.isArray(chosen) ? chosen : [chosen])].filter(isId).slice(0, 20);
}

/** Buttons that show the form again, filled in or as it was typed. */
const isOnlyShown = ({ preset, step }: Record<string, unknown>): boolean =>
  preset !== undefined || step === 'change';

const OWN = new Set(['_csrf', '_draft', '_form', 'shown', 'after', 'step', 'preset']);

/** What was typed, for the hidden fields of the page that reads it back. */
function carriedIn(body: Record<string, unknown>): { name: string; value: string }[] {
  return Object.entries(body)
    .filter(([name]) => !OWN.has(name))
    .flatMap(([name, given]) =>
      (Array.isArray(given) ? given : [given])
        .filter((value): value is string => typeof value === 'string')
        .map((value) => ({ name, value })),
    );
}
