import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, permitOn } from '#libs/access';
import { NextReviewService } from '#libs/casework/reviews';
import { FormReader } from '#libs/page-kit';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';

/** Setting the date of the next review, or moving it. */
@Controller('episodes/:id/reviews/next')
export class NextReviewController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly next: NextReviewService,
  ) {}

  @Get()
  @Allow('review.hold')
  async ask(@Param('id') id: string): Promise<Page> {
    return page('reviews/next-review.njk', await this.load(id));
  }

  @Post()
  @Allow('review.hold')
  async set(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = new FormReader(body);
    const read = form.answer({
      reviewOn: form.date('reviewOn', { label: 'the date of the next review' }),
      reason: form.optionalLongText('reason', { label: 'why the date is moved', max: 2000 }),
    });
    const result = await submit(read, (values) => this.next.setNextReview(id, values));
    if (result.ok) return done(`/episodes/${id}/reviews`, 'Date of the next review saved.');
    return pageWithErrors('reviews/next-review.njk', {
      ...(await this.load(id)),
      errors: result.errors,
      typed: form.typed,
    });
  }

  private async load(id: string) {
    await permitOn(id, 'review.hold', 'set the date of the next review');
    const { episode } = await this.header.open(id, 'reviews');
    const { reviewOn, offered, changes } = await this.next.nextReview(id);
    const [year, month, day] = (reviewOn ?? offered ?? '').split('-');
    return {
      title: reviewOn ? 'Move the next review' : 'Set the next review',
      episode,
      reviewOn,
      offered,
      changes,
      typed: { 'reviewOn-day': day, 'reviewOn-month': month, 'reviewOn-year': year },
    };
  }
}
