import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, audit } from '#libs/access';
import {
  EmergencyAccessesService,
  EmergencyReadingService,
  EmergencyReviewsService,
  type EmergencyView,
} from '#libs/casework/emergency-access';
import { EMERGENCY_STATES, isKeyOf, keysOf, labelOf } from '#libs/terms';
import { done, Page, type Redirect } from '../../http/page.js';
import { toFormResult } from '../../http/submit.js';
import { reviewerItems } from './emergency-access.page.js';
import { emergencyRow } from '../shared/emergency-access.js';

/** Every emergency access that the reader may know of: agreeing, ending, naming the reviewer. */
@Controller('emergency-accesses')
export class EmergencyAccessesController {
  constructor(
    private readonly accesses: EmergencyAccessesService,
    private readonly reading: EmergencyReadingService,
    private readonly reviews: EmergencyReviewsService,
  ) {}

  @Get()
  @Allow('emergency.review')
  list(@Query('state') state?: unknown): Promise<Page> {
    return this.load(state);
  }

  @Post(':id/second')
  @Allow('emergency.second')
  async agree(@Param('id') id: string): Promise<Page | Redirect> {
    const result = await toFormResult(() => this.accesses.agree(id));
    return result.ok
      ? done('/emergency-accesses', 'You agreed. Access has started and the person who asked has been told.')
      : this.load(undefined, result.errors);
  }

  @Post(':id/ending')
  @Allow('emergency.ask')
  async end(@Param('id') id: string): Promise<Page | Redirect> {
    const result = await toFormResult(() => this.accesses.end(id));
    return result.ok
      ? done('/emergency-accesses', 'Emergency access ended.')
      : this.load(undefined, result.errors);
  }

  @Post(':id/reviewer')
  @Allow('emergency.assign_review')
  async nameReviewer(
    @Param('id') id: string,
    @Body() body: Record<string, unknown>,
  ): Promise<Page | Redirect> {
    const chosen = body[`practitionerId-${id}`];
    const result = await toFormResult(() =>
      this.reviews.nameReviewer(id, typeof chosen === 'string' ? chosen : ''),
    );
    if (result.ok) return done('/emergency-accesses', 'The reviewer has been asked.');
    return this.load(
      undefined,
      result.errors.map((error) => ({ ...error, field: error.field && `${error.field}-${id}` })),
    );
  }

  private async load(asked: unknown, errors: readonly object[] = []): Promise<Page> {
    const state = isKeyOf(EMERGENCY_STATES, asked) ? asked : undefined;
    const accesses = await this.reading.list(state);
    await audit('list emergency accesses', 'emergency access', { detail: { found: accesses.length } });
    const rows: Awaited<ReturnType<typeof this.row>>[] = [];
    for (const access of accesses) rows.push(await this.row(access));
    const parts = keysOf(EMERGENCY_STATES).map((key) => ({
      heading: labelOf(EMERGENCY_STATES, key),
      rows: rows.filter((row) => row.stateKey === key),
    }));
    const data = {
      title: 'Emergency access',
      parts: parts.filter((part) => part.rows.length > 0),
      state: state && labelOf(EMERGENCY_STATES, state),
      errors,
      typed: {},
    };
    return new Page('emergency-access/list.njk', data, errors.length > 0 ? 422 : 200);
  }

  private async row(access: EmergencyView) {
    const reviewers = await this.reading.reviewers(access);
    return {
      ...emergencyRow(access),
      stateKey: access.state,
      names: await this.reading.namesWithinReach(access.episodeId),
      mayName: access.mayName && access.beginsAt !== null && !access.reviewOutcome,
      reviewers: reviewerItems(reviewers),
    };
  }
}
