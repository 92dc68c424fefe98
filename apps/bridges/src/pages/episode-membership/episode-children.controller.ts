import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { ChildrenSearchService, OwnFamiliesService, validateName } from '#libs/casework/children';
import { MembershipReading, MembershipService } from '#libs/casework/episode-membership';
import { born, FormReader } from '#libs/page-kit';
import { conflict, isId, londonDate, now } from '#libs/platform';
import { JOINING_REASONS, keysOf, LEAVING_REASONS, optionsOf, fullName } from '#libs/terms';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { toChangeView, toMembersView, toOpenWork } from './episode-membership.page.js';

const LIST = 'episode-membership/children.njk';
const ADD = 'episode-membership/add-child.njk';
const REMOVE = 'episode-membership/remove-child.njk';

/** For which children of the family an episode is, and changing that while it is open. */
@Controller('episodes/:id/children')
export class EpisodeChildrenController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly reading: MembershipReading,
    private readonly membership: MembershipService,
    private readonly search: ChildrenSearchService,
    private readonly ownFamilies: OwnFamiliesService,
  ) {}

  @Get()
  @Allow('episode.list')
  async list(@Param('id') id: string): Promise<Page> {
    const { seen, episode } = await this.header.open(id, 'overview');
    return page(LIST, {
      title: 'Children in this episode',
      episode,
      members: toMembersView(await this.reading.members(id)),
      changes: (await this.reading.changes(id)).map(toChangeView),
      mayChange: seen.open && seen.abilities.may('membership.change'),
      mayAsk: seen.open && seen.abilities.may('consent.record'),
    });
  }

  @Get('new')
  @Allow('membership.change')
  async showAdding(
    @Param('id') id: string,
    @Query('child') childId: unknown,
    @Query('name') name: unknown,
  ): Promise<Page> {
    const view = await this.adding(id, childId);
    const sought = typeof name === 'string' ? name.trim().slice(0, 200) : '';
    const found = sought ? await this.foundBy(sought, view) : null;
    return page(ADD, { ...view, sought, found, typed: { childId: view.chosen } });
  }

  @Post()
  @Allow('membership.change')
  async add(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.adding(id, body['childId']);
    const form = new FormReader(body);
    const draft = {
      childId: form.choice(
        'childId',
        view.children.map(({ value }) => value),
        { label: 'the child', message: 'Select the child who is joining' },
      ),
      reason: form.choice('reason', keysOf(JOINING_REASONS), { label: 'the reason' }),
      ...this.word(form),
      afterDeathBecause: form.optionalLongText('afterDeathBecause', { label: 'why', max: 2000 }),
    };
    const result = await submit(form, () => this.membership.addChild(id, draft));
    if (!result.ok) return pageWithErrors(ADD, { ...view, errors: result.errors, typed: form.typed });
    return done(
      `/episodes/${id}/consents/new`,
      'Child added. Now ask the family what may be shared about them: what they agreed before does not include this child.',
    );
  }

  @Get(':childId/removal')
  @Allow('membership.change')
  async showRemoval(@Param('id') id: string, @Param('childId') childId: string): Promise<Page> {
    return page(REMOVE, { ...(await this.removal(id, childId)), typed: {} });
  }

  @Post(':childId/removal')
  @Allow('membership.change')
  async remove(
    @Param('id') id: string,
    @Param('childId') childId: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const view = await this.removal(id, childId);
    const form = new FormReader(body);
    const draft = {
      reason: form.choice('reason', keysOf(LEAVING_REASONS), { label: 'the reason' }),
      ...this.word(form),
      planChecked: form.choices('planChecked', ['yes'], { label: 'the plan', optional: true }).length > 0,
    };
    const result = await submit(form, () => this.membership.removeChild(id, childId, draft));
    if (!result.ok) return pageWithErrors(REMOVE, { ...view, errors: result.errors, typed: form.typed });
    return done(`/episodes/${id}/children`, `${view.child.givenNames} is no longer part of this episode.`);
  }

  private word(form: FormReader) {
    return {
      happenedOn: form.date('happenedOn', { label: 'the date', latest: londonDate(now()) }),
      note: form.optionalLongText('note', { label: 'the note', max: 2000 }),
    };
  }

  /** Children of the reader's own families by this name who are not on the page yet; null where a name cannot be sought. */
  private async foundBy(name: string, { children, members }: Awaited<ReturnType<typeof this.adding>>) {
    if (validateName(name).length > 0) return [];
    const listed = new Set([...children.map(({ value }) => value), ...members]);
    return (await this.ownFamilies.find(name))
      .filter(({ id }) => !listed.has(id))
      .map((one) => ({ id: one.id, name: fullName(one), born: born(one) }));
  }

  private async adding(id: string, childId: unknown) {
    await permitOn(id, 'membership.change', 'add a child');
    const { seen, episode } = await this.header.open(id, 'overview');
    if (!seen.open) throw conflict('This episode is closed.');
    const family = await this.reading.brothersAndSisters(id);
    const chosen = isId(childId) ? childId : '';
    const found =
      chosen && !family.some((one) => one.id === chosen) ? await this.search.indexEntry(chosen) : null;
    return {
      title: 'Add a child to this episode',
      episode,
      chosen: found || family.some((one) => one.id === chosen) ? chosen : '',
      children: [...(found ? [found] : []), ...family].map(({ id: value, givenNames, familyName }) => ({
        value,
        text: fullName({ givenNames, familyName }),
      })),
      first: seen.children[0]?.id ?? '',
      members: seen.children.map(({ id: member }) => member),
      sought: '',
      found: null as readonly { id: string; name: string; born: string }[] | null,
      reasons: optionsOf(JOINING_REASONS),
    };
  }

  private async removal(id: string, childId: string) {
    await permitOn(id, 'membership.change', 'take a child out of this episode');
    const { member, others } = await this.reading.member(id, childId);
    const { seen, episode } = await this.header.open(id, 'overview');
    if (!seen.open) throw conflict('This episode is closed.');
    const work = await this.reading.workAbout(id, member);
    return {
      title: `Take ${member.givenNames} out of this episode`,
      episode,
      child: member,
      isLast: others === 0,
      safetyConcern: work.safetyConcern,
      work: toOpenWork(work),
      reasons: optionsOf(LEAVING_REASONS),
    };
  }
}
