import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { CopiesService, PreviewsService } from '#libs/oversight/copies';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { OptionalId, QueryText } from './fields.js';

class RecipientQuery {
  @OptionalId() practitionerId?: string;
  @OptionalId() agencyId?: string;
  @OptionalId() carerId?: string;
  @OptionalId() childId?: string;
  /** Comma-separated tokens from `contacts.offers`: the contact details to include. */
  @QueryText(5000) include?: string;
}

@ApiTags('sharing')
@Controller('api/v1/episodes/:id')
export class CopiesApiController {
  constructor(
    private readonly copies: CopiesService,
    private readonly previews: PreviewsService,
  ) {}

  /** Everything in this episode that the reader may see, as one document. */
  @ApiOperation({ summary: 'Get a copy of an episode' })
  @Get('copy')
  @Allow('episode.read')
  @ConfirmedRecently()
  async copy(@Param('id') episodeId: string) {
    const copy = await this.copies.copyOf(episodeId);
    await audit('read copy', 'episode', { episodeId });
    return copy;
  }

  /**
   * Previews a recipient's copy: `document` is that copy, null if the recipient would see nothing. A copy for a family
   * member leaves out the contact details of the others, except those in `include`.
   */
  @ApiOperation({ summary: 'Preview another person’s copy of an episode' })
  @Get('preview')
  @Allow('sharing.preview')
  preview(@Param('id') episodeId: string, @Query() { include, ...recipient }: RecipientQuery) {
    return this.previews.preview(episodeId, recipient, (include ?? '').split(',').filter(Boolean));
  }
}
