import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, audit, mayEver } from '#libs/access';
import { DuplicatesService, MergesService, UNMERGE_DAYS } from '#libs/casework/duplicates';
import { FormReader } from '#libs/page-kit';
import { actor, londonDate, now, unreachable } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { toComparisonView, toMergeView, toPairView } from './duplicates.page.js';

const COMPARE = 'duplicates/compare.njk';
const APART = 'duplicates/apart.njk';

/** Children who are likely recorded twice, side by side: one child, or not. */
@Controller('duplicates')
export class DuplicatesController {
  constructor(
    private readonly duplicates: DuplicatesService,
    private readonly merges: MergesService,
  ) {}

  @Get()
  @Allow('child_merge.decide')
  async list(): Promise<Page> {
    const mayPropose = mayEver(actor().role, 'child.merge');
    return page('duplicates/duplicates.njk', {
      title: 'Likely duplicates',
      mayPropose,
      pairs: mayPropose
        ? (await this.duplicates.likelyPairs()).map((pair) => toPairView(pair, londonDate(now())))
        : [],
      waiting: (await this.merges.waiting()).map(toMergeView),
    });
  }

  @Get('pairs/:one/and/:other')
  @Allow('child.merge')
  async compare(@Param('one') one: string, @Param('other') other: string): Promise<Page> {
    const view = await this.load(one, other);
    for (const childId of [one, other]) await audit('compare records', 'child', { childId });
    return page(COMPARE, { ...view, typed: { kept: one } });
  }

  @Post('pairs/:one/and/:other')
  @Allow('child.merge')
  async answer(
    @Param('one') one: string,
    @Param('other') other: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const view = await this.load(one, other);
    const form = new FormReader(body);
    const answer = form.choice('answer', ['same', 'apart'], { label: 'whether this is one child' });
    const kept =
      answer === 'same' ? form.choice('kept', [one, other], { label: 'which record is kept' }) : one;
    const reason = form.longText('reason', { label: 'how you know', max: 500 });
    const deathConfirmed = body['deathConfirmed'] === 'yes';
    const result = await submit(form, async () => {
      if (answer === 'same')
        return this.merges.propose(kept, kept === one ? other : one, reason, deathConfirmed);
      await this.duplicates.keepApart(one, other, reason);
      return null;
    });
    if (!result.ok) return pageWithErrors(COMPARE, { ...view, errors: result.errors, typed: form.typed });
    return result.value
      ? done(`/duplicates/merges/${result.value}`, 'Proposed. A second person has been asked to approve it.')
      : done('/duplicates', 'Recorded that these are two children. You will not be asked again.');
  }

  @Get('pairs/:one/and/:other/apart')
  @Allow('child.merge')
  async askElsewhere(@Param('one') one: string, @Param('other') other: string): Promise<Page> {
    return page(APART, { ...(await this.loadElsewhere(one, other)), typed: {} });
  }

  /** A child of another locality is not compared, but can be said to be another. */
  @Post('pairs/:one/and/:other/apart')
  @Allow('child.merge')
  async keepApart(
    @Param('one') one: string,
    @Param('other') other: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const view = await this.loadElsewhere(one, other);
    const form = new FormReader(body);
    const reason = form.longText('reason', { label: 'how you know', max: 500 });
    const result = await submit(form, () => this.duplicates.keepApart(one, other, reason));
    if (!result.ok) return pageWithErrors(APART, { ...view, errors: result.errors, typed: form.typed });
    return done('/duplicates', 'Recorded that these are two children. You will not be asked again.');
  }

  private async loadElsewhere(one: string, other: string) {
    const pair = (await this.duplicates.likelyPairs()).find(
      ({ children, elsewhere }) => elsewhere && children.every(({ id }) => [one, other].includes(id)),
    );
    if (!pair) throw unreachable();
    return { title: 'Is this one child?', pair: toPairView(pair, londonDate(now())) };
  }

  private async load(one: string, other: string) {
    const comparison = toComparisonView(await this.duplicates.compare(one, other));
    return {
      title: 'Is this one child?',
      comparison,
      unmergeDays: UNMERGE_DAYS,
      answers: [
        { value: 'same', text: 'One child: propose to keep the records as one' },
        { value: 'apart', text: 'Not the same child' },
      ],
      records: [comparison.one, comparison.other].map(({ id, name, born }) => ({
        value: id,
        text: `${name}, ${born}`,
      })),
    };
  }
}
