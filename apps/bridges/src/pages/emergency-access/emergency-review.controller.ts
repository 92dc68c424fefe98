import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import { EmergencyReadingService, EmergencyReviewsService } from '#libs/casework/emergency-access';
import { EMERGENCY_REVIEW_OUTCOMES, optionsOf } from '#libs/terms';
import { done, Page, type Redirect } from '../../http/page.js';
import { submit } from '../../http/submit.js';
import { readReview } from './emergency-access.form.js';
import { emergencyToReview } from './emergency-access.page.js';

/** A colleague from another agency reviews the emergency access without seeing the case. */
@Controller('emergency-accesses/:id/review')
export class EmergencyReviewController {
  constructor(
    private readonly reading: EmergencyReadingService,
    private readonly reviews: EmergencyReviewsService,
  ) {}

  @Get()
  @Allow('emergency.review')
  show(@Param('id') id: string): Promise<Page> {
    return this.load(id);
  }

  @Post()
  @Allow('emergency.review')
  async review(@Param('id') id: string, @Body() body: Record<string, unknown>): Promise<Page | Redirect> {
    const form = readReview(body);
    const result = await submit(form, (values) => this.reviews.review(id, values.outcome, values.note));
    if (result.ok) return done('/', 'Review saved. Thank you.');
    return this.load(id, { errors: result.errors, typed: form.ok ? body : form.typed });
  }

  private async load(id: string, again: { errors?: readonly object[]; typed?: object } = {}): Promise<Page> {
    const access = await this.reviews.toReview(id);
    await audit('read emergency access', 'emergency access', { episodeId: access.episodeId, subjectId: id });
    const data = {
      title: 'Review emergency access',
      access: emergencyToReview(access),
      looks: (await this.reading.pagesOpened(id)).map(({ act, times }) => ({
        what: act.replace(/^./, (a) => a.toUpperCase()),
        times,
      })),
      outcomes: optionsOf(EMERGENCY_REVIEW_OUTCOMES),
      errors: again.errors ?? [],
      typed: again.typed ?? {},
    };
    return new Page('emergency-access/review.njk', data, again.errors ? 422 : 200);
  }
}
