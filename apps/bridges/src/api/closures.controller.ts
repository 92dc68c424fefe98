import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { ClosuresService } from '#libs/casework/reviews';
import { unreachable } from '#libs/platform';
import { Created } from '../http/versioned.js';
import { ClosureBody } from './closures.bodies.js';

@ApiTags('closure')
@Controller('api/v1/episodes/:id/closure')
export class ClosuresApiController {
  constructor(private readonly closures: ClosuresService) {}

  @Get()
  @Allow('episode.read')
  async read(@Param('id') episodeId: string) {
    const found = await this.closures.closureOf(episodeId);
    if (!found) throw unreachable();
    await audit('read closure', 'episode', { episodeId });
    return found;
  }

  @Post()
  @Allow('episode.close')
  async close(@Param('id') episodeId: string, @Body() { ratings, ...body }: ClosureBody) {
    await this.closures.closeEpisode(episodeId, {
      ...body,
      ...(ratings ? { ratings: { ...ratings } as Record<string, number> } : {}),
    });
    return new Created(await this.closures.closureOf(episodeId), `/api/v1/episodes/${episodeId}/closure`);
  }
}
