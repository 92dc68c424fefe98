import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { CopiesService, PreviewsService } from '#libs/oversight/copies';
import { OptionalId, QueryText } from './fields.js';

export class RecipientQuery {
  @OptionalId() practitionerId?: string;
  @OptionalId() agencyId?: string;
  @OptionalId() carerId?: string;
  @OptionalId() childId?: string;
  /** Tokens of `contacts.offers`, with commas between them: what you put in. */
  @QueryText(5000) include?: string;
}

@ApiTags('sharing')
@Controller('api/v1/episodes/:id')
export class CopiesApiController {
  constructor(
    private readonly copies: CopiesService,
    private readonly previews: PreviewsService,
  ) {}

  /** Everything of this episode that you may read, as one document. */
  @ApiOperation({ summary: 'Get a copy of an episode' })
  @Get('copy')
  @Allow('episode.read')
  async copy(@Param('id') episodeId: string) {
    const copy = await this.copies.copyOf(episodeId);
    await audit('read copy', 'episode', { episodeId });
    return copy;
  }

  /**
   * What somebody else will get of it: `document` is their copy, null when there is no page for them. A copy for one of
   * the family leaves out where the others are to be found, but for what you `include`.
   */
  @ApiOperation({ summary: 'Preview another person’s copy of an episode' })
  @Get('preview')
  @Allow('sharing.preview')
  preview(@Param('id') episodeId: string, @Query() { include, ...recipient }: RecipientQuery) {
    return this.previews.preview(episodeId, recipient, (include ?? '').split(',').filter(Boolean));
  }
}
