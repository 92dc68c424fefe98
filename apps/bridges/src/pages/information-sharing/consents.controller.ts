import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { abilitiesOn, Allow } from '#libs/access';
import { CarersService } from '#libs/casework/children';
import type { EpisodeView } from '#libs/casework/episodes';
import {
  ConsentRenewalService,
  ConsentLedgerService,
  ConsentsService,
  WithdrawalSignOffsService,
} from '#libs/casework/information-sharing';
import { AgenciesService, ColleaguesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { forbidden, isId, londonDate, now } from '#libs/platform';
import {
  AGENCY_KINDS,
  type AgencyKind,
  COMPETENCE_OUTCOMES,
  CONSENT_EVIDENCE,
  CONSENT_OCCASIONS,
  CONSENT_PURPOSES,
  DECIDER_CAPACITIES,
  INTERPRETERS,
  isKeyOf,
  keysOf,
  labelOf,
  LANGUAGES,
  LAWFUL_BASES,
  optionsOf,
  RENEWAL_CAUSES,
  SENSITIVE_TOPICS,
} from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader, type EpisodeHeaderView } from '../shared/episode-header.js';
import { readConsentForm } from './consent.form.js';
import {
  deciderChoices,
  toEndingView,
  ledgerRows,
  namingAgencies,
  purposesIn,
  standingRows,
} from './consents.page.js';
import { TIER_EXPLANATIONS } from '../shared/consent-tiers.js';

@Controller('episodes/:id/consents')
export class ConsentsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly ledger: ConsentLedgerService,
    private readonly asking: ConsentRenewalService,
    private readonly signOffs: WithdrawalSignOffsService,
    private readonly consents: ConsentsService,
    private readonly agencies: AgenciesService,
    private readonly colleagues: ColleaguesService,
    private readonly carers: CarersService,
  ) {}

  @Get()
  @Allow('consent.read')
  async show(@Param('id') id: string, @Query('purpose') asked?: unknown): Promise<Page> {
    return page('information-sharing/ledger.njk', { ...(await this.load(id, asked)), typed: {} });
  }

  /** Marks that the family must be asked again, because the person who may decide has changed. */
  @Post('changes')
  @Allow('consent.record')
  async noteChange(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const cause = form.choice('cause', keysOf(RENEWAL_CAUSES), {
      label: 'what has changed',
      message: 'Select what has changed',
    });
    const note = form.optionalLongText('changeNote', { label: 'what you know', max: 2000 });
    const result = await submit(form, () => this.asking.noteChange(id, cause, note));
    if (result.ok)
      return done(
        `/episodes/${id}/consents`,
        'Change saved. Ask the person who can decide now, and record their decision.',
      );
    return pageWithErrors('information-sharing/ledger.njk', {
      ...(await this.load(id)),
      errors: result.errors,
      typed: form.typed,
    });
  }

  /** Records that a manager has reviewed the concern left by a withdrawal. */
  @Post('sign-offs')
  @Allow('withdrawal.sign_off')
  async signOff(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const note = form.longText('note', {
      label: 'what you found',
      message: 'Enter what you found and what happens next',
      max: 2000,
    });
    const result = await submit(form, () => this.signOffs.signOff(String(body['withdrawalId'] ?? ''), note));
    if (result.ok) return done(`/episodes/${id}/consents`, 'The withdrawal is signed off.');
    return pageWithErrors('information-sharing/ledger.njk', {
      ...(await this.load(id)),
      errors: result.errors,
      typed: form.typed,
    });
  }

  private async load(id: string, asked?: unknown) {
    const { seen, episode } = await this.header.open(id, 'consent');
    const entries = await this.ledger.entries(id);
    const due = seen.open ? await this.asking.due([id]) : null;
    const purpose = isKeyOf(CONSENT_PURPOSES, asked) ? asked : '';
    return {
      title: 'Consent',
      episode,
      seen,
      standing: standingRows(await this.ledger.standing(id)),
      entries: ledgerRows(entries.filter((entry) => purpose === '' || entry.purpose === purpose)),
      purposes: purposesIn(entries),
      filter: { purpose },
      endings: due ? due.endings.map(toEndingView) : [],
      prompts: due ? due.prompts : [],
      causes: optionsOf(RENEWAL_CAUSES),
    };
  }

  /** The agencies are chosen first, because a county has hundreds; then the conversation is recorded. */
  @Get('new')
  @Allow('consent.record')
  async ask(
    @Param('id') id: string,
    @Query('agency') chosen?: string | string[],
    @Query('name') name?: string,
  ): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'consent');
    if (!episode['open'] || !seen.abilities.may('consent.record'))
      throw forbidden('You cannot record consent on this episode.');
    const ids = idsIn(chosen);
    if (ids.length === 0)
      return this.choose(seen, episode, typeof name === 'string' ? name.slice(0, 100) : '');
    return page('information-sharing/conversation.njk', {
      title: 'Record consent',
      episode,
      typed: { purpose: 'share_plan' },
      ...(await this.offered(seen, ids)),
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
    const offered = await this.offered(seen, ids);
    return pageWithErrors('information-sharing/conversation.njk', {
      title: 'Record consent',
      episode,
      errors: namingAgencies(result.errors, offered.agencies),
      typed: form.ok ? body : { ...body, ...form.typed },
      ...offered,
    });
  }

  private async choose(seen: EpisodeView, episode: EpisodeHeaderView, name: string): Promise<Page> {
    const all = await this.agencies.list(name ? { name } : {});
    const kinds = [...new Set(all.map((agency) => agency.kind))];
    return page('information-sharing/choose-agencies.njk', {
      title: 'Which agencies did you discuss?',
      episode,
      typed: { name },
      groups: kinds.map((kind) => ({
        kind: labelOf(AGENCY_KINDS, kind as AgencyKind),
        agencies: all
          .filter((agency) => agency.kind === kind)
          .map((agency) => ({ ...agency, opened: agency.id === seen.openingAgency?.id })),
      })),
    });
  }

  private async offered(seen: EpisodeView, ids: readonly string[]) {
    const all = (await this.agencies.list()).filter((agency) => ids.includes(agency.id));
    const agencies = [];
    for (const agency of all)
      agencies.push({
        id: agency.id,
        name: agency.name,
        opened: agency.id === seen.openingAgency?.id,
        people: await this.colleagues.list({ agencyId: agency.id, limit: 40 }),
      });
    const carers = [];
    for (const child of seen.children) carers.push(...(await this.carers.carersOf(child.id)));
    return {
      agencies,
      deciders: [
        ...new Set([
          ...seen.children.map((child) => `${child.givenNames} ${child.familyName}`),
          ...carers.map((carer) => carer.name),
        ]),
      ],
      deciderChoices: deciderChoices(seen.children, carers),
      purposes: optionsOf(CONSENT_PURPOSES),
      occasions: optionsOf(CONSENT_OCCASIONS),
      evidence: optionsOf(CONSENT_EVIDENCE),
      bases: optionsOf(LAWFUL_BASES),
      tiers: TIER_EXPLANATIONS,
      topics: optionsOf(SENSITIVE_TOPICS),
      capacities: optionsOf(DECIDER_CAPACITIES),
      competences: optionsOf(COMPETENCE_OUTCOMES),
      interpreters: optionsOf(INTERPRETERS),
      languages: optionsOf(LANGUAGES),
    };
  }
}

function idsIn(chosen: unknown): string[] {
  return [...new Set(Array.isArray(chosen) ? chosen : [chosen])].filter(isId).slice(0, 20);
}
