import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { PlansService } from '#libs/casework/plans';
import { NextReviewService, ReviewsService } from '#libs/casework/reviews';
import { AgenciesService } from '#libs/directory';
import { londonDate, now } from '#libs/platform';
import { done, type Page, page, pageWithErrors, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { EpisodeHeader } from '../shared/episode-header.js';
import { readReview } from './review.form.js';
import { afterReview, initialValues, reviewForm, toReviewsView } from './reviews.page.js';

@Controller('episodes/:id/reviews')
export class ReviewsController {
  constructor(
    private readonly header: EpisodeHeader,
    private readonly reviews: ReviewsService,
    private readonly next: NextReviewService,
    private readonly plans: PlansService,
    private readonly agencies: AgenciesService,
  ) {}

  @Get()
  @Allow('episode.read')
  async show(@Param('id') id: string): Promise<Page> {
    return page('reviews/reviews.njk', await this.load(id));
  }

  @Post()
  @Allow('review.hold')
  async hold(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const plan = await this.plans.plan(id);
    const form = readReview(
      body,
      (plan?.outcomes ?? []).map((outcome) => outcome.id),
      londonDate(now()),
    );
    const result = await submit(form, (values) => this.reviews.holdReview(id, values));
    if (result.ok && form.ok)
      return done(
        `/episodes/${id}/reviews`,
        afterReview(form.values, await this.reviews.laterThan(id, form.values.heldOn)),
      );
    const errors = result.ok ? [] : result.errors;
    return pageWithErrors('reviews/reviews.njk', {
      ...(await this.load(id)),
      errors,
      typed: form.ok ? body : form.typed,
    });
  }

  private async load(id: string) {
    const { seen, episode } = await this.header.open(id, 'reviews');
    const held = await this.reviews.reviewsOf(id);
    const plan = await this.plans.plan(id);
    const levels = await this.agencies.levels();
    const level = seen.record?.level?.number ?? null;
    const mayHold = seen.open && seen.record?.status === 'delivering' && seen.abilities.may('review.hold');
    return {
      title: 'Reviews',
      episode,
      mayHold,
      next: await this.next.nextReview(id),
      maySetDate: seen.open && seen.abilities.may('review.hold'),
      mayClose: seen.open && seen.abilities.may('episode.close'),
      waits: seen.open && seen.record?.status !== 'delivering',
      ...toReviewsView(held, plan, levels),
      ...(mayHold
        ? {
            form: reviewForm(held, plan, levels, level),
            typed: initialValues(held, level, londonDate(now())),
          }
        : {}),
    };
  }
}
