import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { SensitiveNotes } from '#libs/casework/episodes';
import { ReviewsService } from '#libs/casework/reviews';
import { Created } from '../http/versioned.js';
import { SensitiveNoteBody } from './meetings.bodies.js';
import { ReviewBody } from './reviews.bodies.js';
import { reviewJson } from './reviews.json.js';

@ApiTags('reviews')
@Controller('api/v1/episodes/:id/reviews')
export class ReviewsApiController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly notes: SensitiveNotes,
  ) {}

  @ApiOperation({ summary: 'List the reviews of an episode' })
  @Get()
  @Allow('episode.read')
  async list(@Param('id') episodeId: string) {
    const reviews = await this.reviews.reviewsOf(episodeId);
    await audit('read reviews', 'episode', { episodeId });
    return { items: reviews.map(reviewJson), next: null };
  }

  @ApiOperation({ summary: 'Record a review' })
  @Post()
  @Allow('review.hold')
  async hold(@Param('id') episodeId: string, @Body() body: ReviewBody) {
    const id = await this.reviews.holdReview(episodeId, body);
    const held = (await this.reviews.reviewsOf(episodeId)).find((review) => review.id === id)!;
    return new Created(reviewJson(held), `/api/v1/episodes/${episodeId}/reviews`);
  }

  /** Adds a sensitive note to a review, visible only to agencies for which the family agreed to its topic. */
  @ApiOperation({ summary: 'Add a sensitive note to a review' })
  @Post(':reviewId/notes')
  @Allow('review.hold')
  async note(
    @Param('id') episodeId: string,
    @Param('reviewId') reviewId: string,
    @Body() body: SensitiveNoteBody,
  ) {
    await this.notes.add('review', episodeId, reviewId, body);
    const held = (await this.reviews.reviewsOf(episodeId)).find((review) => review.id === reviewId)!;
    return new Created(reviewJson(held), `/api/v1/episodes/${episodeId}/reviews`);
  }
}
