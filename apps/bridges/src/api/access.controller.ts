import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit, permitOn } from '#libs/access';
import { AccessExplanationService } from '#libs/oversight/access';
import { QueryText } from './fields.js';

class AccessQuery {
  @QueryText(300) cursor?: string;
}

@ApiTags('access')
@Controller('api/v1/episodes/:id/access')
export class AccessApiController {
  constructor(private readonly access: AccessExplanationService) {}

  /**
   * Why the reader can see this episode; for readers with the permission, also who else can and who looked (otherwise
   * null).
   */
  @ApiOperation({ summary: 'Explain who can see an episode and why' })
  @Get()
  @Allow('episode.read')
  async read(@Param('id') episodeId: string, @Query() { cursor }: AccessQuery) {
    const abilities = await permitOn(episodeId, 'episode.read');
    const { why, whyNot } = await this.access.why(episodeId);
    const whoCan = await this.access.whoCan(abilities);
    const looked = await this.access.whoLooked(abilities, cursor);
    await audit('read access', 'episode', { episodeId, reaches: abilities.reaches });
    return { why, whyNot, whoCan, whoLooked: looked?.items ?? null, next: looked?.next ?? null };
  }
}
