import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, audit, mayEver } from '#libs/access';
import { isOverdue } from '#libs/casework/births';
import { ChildDeathsService } from '#libs/casework/child-deaths';
import {
  CarersService,
  ChildContextService,
  ChildNamesService,
  ChildrenSearchService,
  ChildrenService,
} from '#libs/casework/children';
import { MergesService } from '#libs/casework/duplicates';
import { EpisodeListService } from '#libs/casework/episodes';
import { CorrectionsService } from '#libs/casework/rights';
import { isInForce, ShieldsReadingService } from '#libs/casework/shields';
import { AgenciesService } from '#libs/directory';
import { FormReader } from '#libs/page-kit';
import { actor, londonDate, now } from '#libs/platform';
import { keysOf, optionsOf, RELATIONSHIPS, fullName } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { askHref, toCorrectionView } from '../shared/corrections.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toPartTasks } from './child-parts.js';
import {
  toCarerView,
  toContextView,
  toDeathView,
  toOtherRecordView,
  toDetailsView,
  identityRows,
  toNameView,
} from './child.page.js';

const VIEW = 'children/child.njk';

@Controller('children/:id')
export class ChildController {
  constructor(
    private readonly children: ChildrenService,
    private readonly carers: CarersService,
    private readonly context: ChildContextService,
    private readonly names: ChildNamesService,
    private readonly search: ChildrenSearchService,
    private readonly agencies: AgenciesService,
    private readonly corrections: CorrectionsService,
    private readonly shields: ShieldsReadingService,
    private readonly lists: EpisodeListService,
    private readonly deaths: ChildDeathsService,
    private readonly header: EpisodeHeader,
    private readonly merges: MergesService,
  ) {}

  @Get()
  @Allow('episode.list')
  async show(@Param('id') id: string, @Query('alone') alone?: unknown): Promise<Page | Redirect> {
    // Readers of both records are led to the kept one; the other can still be opened by itself.
    const kept = alone === 'yes' ? null : await this.merges.keptRecordOf(id);
    if (kept) return done(`/children/${kept}`);
    const view = await this.load(id, alone !== 'yes');
    await audit('read child', 'child', { childId: id });
    return page(VIEW, view);
  }

  /**
   * Declares the child as the practitioner's own family: from now on the record is closed to them, as if it did not
   * exist.
   */
  @Post('relatives')
  @Allow('relative.declare')
  async declare(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const relationship = form.choice('relationship', keysOf(RELATIONSHIPS), {
      label: 'your relationship to the child',
    });
    const result = await submit(form, () => this.children.declareRelative(id, relationship));
    if (!result.ok)
      return pageWithErrors(VIEW, { ...(await this.load(id)), errors: result.errors, typed: form.typed });
    return done(
      '/',
      'You have declared that this child is your relative. You no longer have access to their record.',
    );
  }

  /** With `isLed`, it is known that the reader is led to no other record. */
  private async load(id: string, isLed = false) {
    const { child, details } = await this.children.find(id);
    const today = londonDate(now());
    const locality = (await this.agencies.localities()).find((one) => one.id === child.localityId);
    const episodes = await this.lists.ofChild(id);
    const open = episodes.find((episode) => episode.open);
    const death = await this.deaths.ofChild(id);
    const emergency = await this.header.emergency(episodes.map((episode) => episode.id));
    const { role } = actor();
    const may = await this.children.permissionsOn(id, ['family.edit', 'death.record', 'shield.request']);
    const mayEdit = details !== null && mayEver(role, 'child.create') && may.has('family.edit');
    return {
      title: fullName(child),
      child,
      identity: identityRows(child, locality?.name ?? null, today, death),
      death: death && toDeathView(death),
      mayRecordDeath: !death && mayEver(role, 'death.record') && may.has('death.record'),
      birthDue: !death && isOverdue(child.expectedDate, today),
      names: (await this.names.namesOf(id)).map(toNameView),
      details: details && toDetailsView(details),
      context: details && toContextView(await this.context.contextOf(id)),
      contact: details ? null : await this.search.indexEntry(id),
      carers: details ? (await this.carers.carersOf(id)).map(toCarerView) : [],
      siblings: details ? await this.siblings(id) : [],
      episodes,
      isKeptUnder: isLed ? null : await this.merges.keptRecordOf(id),
      otherRecords: (await this.merges.otherRecordsOf(id)).map(({ mergeId, record }) =>
        toOtherRecordView(mergeId, record),
      ),
      mayDecideMerges: mayEver(actor().role, 'child_merge.decide'),
      emergency,
      marks: details ? ((await this.corrections.beside([id])).get(id) ?? []).map(toCorrectionView) : [],
      askHref: details && (await this.askHref(id)),
      mayEdit,
      partTasks: mayEdit ? toPartTasks(id, details, details?.contactProtected === true) : [],
      contactProtected: details?.contactProtected === true,
      shields: mayEver(actor().role, 'shield.request') ? await this.shieldsOf(id) : [],
      mayShield:
        !details?.contactProtected &&
        !emergency?.protectedDetails &&
        mayEver(role, 'shield.request') &&
        may.has('shield.request'),
      mayOpen: !open && mayEver(actor().role, 'episode.open'),
      relationships: [{ value: '', text: 'Choose' }, ...optionsOf(RELATIONSHIPS)],
      typed: {},
    };
  }

  private async siblings(id: string) {
    const siblings = await this.children.siblingsOf(id);
    const dead = await this.deaths.diedAmong(siblings.map((one) => one.id));
    return siblings.map((one) => ({ ...one, hasDied: dead.has(one.id) }));
  }

  /** The page where the family can ask for these details to be corrected. */
  private async askHref(childId: string): Promise<string | null> {
    const episodeId = await this.corrections.episodeToAskOn(childId);
    return episodeId && askHref(episodeId, 'child_details', childId);
  }

  /** The shields in force that this reader may know of. */
  private async shieldsOf(id: string): Promise<{ href: string }[]> {
    const known = await this.shields.ofKnownChild(id);
    return known.filter(isInForce).map((shield) => ({ href: `/shields/${shield.id}` }));
  }
}
