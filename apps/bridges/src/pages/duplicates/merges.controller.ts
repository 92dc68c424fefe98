import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import { MergesService, UNMERGE_DAYS } from '#libs/casework/duplicates';
import { FormReader } from '#libs/page-kit';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { toComparisonView, toMergeView } from './duplicates.page.js';

const VIEW = 'duplicates/merge.njk';
const UNDO = 'duplicates/undo-merge.njk';

/** A proposal to keep two records as one, its decision, and its undoing. */
@Controller('duplicates/merges/:id')
export class MergesController {
  constructor(private readonly merges: MergesService) {}

  @Get()
  @Allow('child_merge.decide')
  async show(@Param('id') id: string): Promise<Page> {
    const view = await this.load(id);
    for (const childId of [view.merge.keptChildId, view.merge.otherChildId])
      await audit('read merge', 'child', { childId });
    return page(VIEW, { ...view, typed: {} });
  }

  @Post('decision')
  @Allow('child_merge.decide')
  async decide(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.load(id);
    const form = new FormReader(body);
    const decision = form.choice('decision', ['approved', 'declined'], { label: 'your decision' });
    const reason = form.optionalLongText('decisionReason', { label: 'the reason', max: 500 });
    const result = await submit(form, () => this.merges.decide(id, decision, reason));
    if (!result.ok) return pageWithErrors(VIEW, { ...view, errors: result.errors, typed: form.typed });
    return done(
      '/duplicates',
      decision === 'approved'
        ? `The records are kept as one. You or your colleague can undo it for ${UNMERGE_DAYS} days.`
        : 'Declined. The records stay apart.',
    );
  }

  @Post('withdrawal')
  @Allow('child.merge')
  async withdraw(@Param('id') id: string): Promise<Redirect> {
    await this.merges.withdraw(id);
    return done('/duplicates', 'Withdrawn. The records stay apart.');
  }

  @Get('undoing')
  @Allow('child_merge.decide')
  async showUndoing(@Param('id') id: string): Promise<Page> {
    return page(UNDO, { ...(await this.undoing(id)), typed: {} });
  }

  @Post('undoing')
  @Allow('child_merge.decide')
  async undo(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const view = await this.undoing(id);
    const form = new FormReader(body);
    const reason = form.longText('reason', { label: 'why these are two children', max: 500 });
    const result = await submit(form, () => this.merges.undo(id, reason));
    if (!result.ok) return pageWithErrors(UNDO, { ...view, errors: result.errors, typed: form.typed });
    return done('/duplicates', 'The records are of two children again.');
  }

  private async load(id: string) {
    const { merge, comparison } = await this.merges.find(id);
    return {
      title: 'One child, two records',
      merge: toMergeView(merge),
      comparison: toComparisonView(comparison),
      unmergeDays: UNMERGE_DAYS,
      decisions: [
        { value: 'approved', text: 'Approve: keep the records as one' },
        { value: 'declined', text: 'Decline: they stay apart' },
      ],
    };
  }

  private async undoing(id: string) {
    const view = await this.load(id);
    const names = new Map([view.comparison.one, view.comparison.other].map((side) => [side.id, side.name]));
    return {
      ...view,
      title: 'These are two children',
      written: (await this.merges.writtenSince(id)).map(({ childId, what, count }) => ({
        what,
        count,
        name: names.get(childId) ?? '',
      })),
    };
  }
}
