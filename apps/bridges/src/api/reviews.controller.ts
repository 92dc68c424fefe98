import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { ReviewsService } from '#libs/casework/reviews';
import { Created } from '../http/versioned.js';
import { ReviewBody } from './reviews.bodies.js';
import { reviewJson } from './reviews.json.js';

@ApiTags('reviews')
@Controller('api/v1/episodes/:id/reviews')
export class ReviewsApiController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get()
  @Allow('episode.read')
  async list(@Param('id') episodeId: string) {
    const found = await this.reviews.reviewsOf(episodeId);
    await audit('read reviews', 'episode', { episodeId });
    return { items: found.map(reviewJson), next: null };
  }

  @Post()
  @Allow('review.hold')
  async hold(@Param('id') episodeId: string, @Body() body: ReviewBody) {
    const id = await this.reviews.holdReview(episodeId, body);
    const held = (await this.reviews.reviewsOf(episodeId)).find((review) => review.id === id)!;
    return new Created(reviewJson(held), `/api/v1/episodes/${episodeId}/reviews`);
  }
}
