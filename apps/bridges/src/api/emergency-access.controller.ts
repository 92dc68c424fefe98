import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  EmergencyAccessesService,
  EmergencyReadingService,
  EmergencyReviewsService,
} from '#libs/casework/emergency-access';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { Created } from '../http/versioned.js';
import {
  EmergencyAccessBody,
  EmergencyListQuery,
  EmergencyReviewBody,
  ReviewerBody,
} from './emergency-access.bodies.js';
import { emergencyAccessJson, emergencyAccessWithLooksJson } from './emergency-access.json.js';
import { paged, sliceAfter } from './paging.js';

@ApiTags('emergency access')
@Controller('api/v1')
export class EmergencyAccessApiController {
  constructor(
    private readonly accesses: EmergencyAccessesService,
    private readonly reading: EmergencyReadingService,
    private readonly reviews: EmergencyReviewsService,
  ) {}

  /**
   * Requests access to a closed record in an emergency. Access starts at once and ends at `lapsesAt`, or starts when a
   * second person agrees (`needsSecond`).
   */
  @ApiOperation({ summary: 'Ask for emergency access' })
  @Post('episodes/:episodeId/emergency-access')
  @Allow('emergency.ask')
  @ConfirmedRecently()
  async ask(@Param('episodeId') episodeId: string, @Body() body: EmergencyAccessBody) {
    const access = await this.accesses.ask(episodeId, body);
    return new Created(emergencyAccessJson(access), `/api/v1/emergency-accesses/${access.id}`);
  }

  @ApiOperation({ summary: 'List emergency accesses to an episode' })
  @Get('episodes/:episodeId/emergency-access')
  @Allow('episode.read')
  async ofEpisode(@Param('episodeId') episodeId: string) {
    const items = await this.reading.ofEpisode(episodeId);
    await audit('read emergency accesses', 'emergency access', { episodeId });
    return { items: items.map(emergencyAccessJson), next: null };
  }

  /**
   * The reader's own emergency accesses, those to records that they are responsible for, and those that they must
   * review.
   */
  @ApiOperation({ summary: 'List emergency accesses' })
  @Get('emergency-accesses')
  @Allow('emergency.review')
  async list(@Query() { state, ...page }: EmergencyListQuery) {
    const all = await this.reading.list(state);
    const { items, next } = await paged(page, (limit, after) =>
      Promise.resolve(sliceAfter(all, limit, after)),
    );
    await audit('list emergency accesses', 'emergency access', { detail: { found: items.length } });
    return { items: items.map(emergencyAccessJson), next };
  }

  /** With the kinds of pages that were opened during the access. */
  @ApiOperation({ summary: 'Get an emergency access' })
  @Get('emergency-accesses/:id')
  @Allow('emergency.review')
  async read(@Param('id') id: string) {
    return this.load(id);
  }

  /** The second person agrees; the access starts now. */
  @ApiOperation({ summary: 'Agree to an emergency access as the second person' })
  @Post('emergency-accesses/:id/second')
  @Allow('emergency.second')
  @HttpCode(200)
  async agree(@Param('id') id: string) {
    return emergencyAccessJson(await this.accesses.agree(id));
  }

  @ApiOperation({ summary: 'End an emergency access' })
  @Post('emergency-accesses/:id/ending')
  @Allow('emergency.ask')
  @HttpCode(200)
  async end(@Param('id') id: string) {
    return emergencyAccessJson(await this.accesses.end(id));
  }

  @ApiOperation({ summary: 'Name the reviewer of an emergency access' })
  @Post('emergency-accesses/:id/reviewer')
  @Allow('emergency.assign_review')
  @HttpCode(200)
  async nameReviewer(@Param('id') id: string, @Body() { practitionerId }: ReviewerBody) {
    return emergencyAccessJson(await this.reviews.nameReviewer(id, practitionerId));
  }

  /** The practitioners whom the requester may name as reviewer. */
  @ApiOperation({ summary: 'List people who may review an emergency access' })
  @Get('emergency-accesses/:id/reviewers')
  @Allow('emergency.assign_review')
  async reviewers(@Param('id') id: string) {
    return { items: await this.reading.reviewers(await this.reading.find(id)), next: null };
  }

  @ApiOperation({ summary: 'Review an emergency access' })
  @Post('emergency-accesses/:id/review')
  @Allow('emergency.review')
  @HttpCode(200)
  async review(@Param('id') id: string, @Body() { outcome, note }: EmergencyReviewBody) {
    await this.reviews.review(id, outcome, note);
    return this.load(id);
  }

  private async load(id: string) {
    const access = await this.reading.find(id);
    const looked = await this.reading.pagesOpened(id);
    await audit('read emergency access', 'emergency access', { episodeId: access.episodeId, subjectId: id });
    return emergencyAccessWithLooksJson(access, looked);
  }
}
