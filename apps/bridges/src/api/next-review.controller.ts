import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { NextReviewService } from '#libs/casework/reviews';
import { IsoDate, NullableLongText } from './fields.js';

class NextReviewBody {
  @IsoDate() reviewOn: string;
  /** Needed to move a date that has been set. */
  @NullableLongText(2000) reason?: string | null;
}

@ApiTags('reviews')
@Controller('api/v1/episodes/:id/next-review')
export class NextReviewApiController {
  constructor(private readonly next: NextReviewService) {}

  /** The date that stands, one to offer where there is none, and how it was moved between reviews. */
  @ApiOperation({ summary: 'Get the date of the next review' })
  @Get()
  @Allow('record.read')
  async read(@Param('id') episodeId: string) {
    const next = await this.next.nextReview(episodeId);
    await audit('read next review', 'episode', { episodeId });
    return next;
  }

  @ApiOperation({ summary: 'Set or move the date of the next review' })
  @Put()
  @Allow('review.hold')
  async set(@Param('id') episodeId: string, @Body() body: NextReviewBody) {
    await this.next.setNextReview(episodeId, body);
    return this.next.nextReview(episodeId);
  }
}
