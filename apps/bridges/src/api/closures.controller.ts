import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { ClosureProposalsService, ClosuresService, ClosureUndoingService } from '#libs/casework/reviews';
import { EpisodeViewService } from '#libs/casework/episodes';
import { unreachable } from '#libs/platform';
import { Created } from '../http/versioned.js';
import { ClosureBody } from './closures.bodies.js';
import { closureJson, closureProposalJson } from './closures.json.js';
import { ReasonBody } from './lead-professional.controller.js';

@ApiTags('closure')
@Controller('api/v1/episodes/:id/closure')
export class ClosuresApiController {
  constructor(
    private readonly closures: ClosuresService,
    private readonly proposals: ClosureProposalsService,
    private readonly undoing: ClosureUndoingService,
    private readonly view: EpisodeViewService,
  ) {}

  /** The closure, or the proposal that waits for a manager: `status` is closed or awaiting_approval. */
  @ApiOperation({ summary: 'Get the closure of an episode' })
  @Get()
  @Allow('episode.read')
  async read(@Param('id') episodeId: string) {
    const closure = await this.load(episodeId);
    if (!closure) throw unreachable();
    await audit('read closure', 'episode', { episodeId });
    return closure;
  }

  /**
   * Closes the episode. If the family could not be contacted, or withdrew and left a concern, the closure is only
   * proposed to the manager in `managerId`, and the answer has `status` awaiting_approval. 409 at level 4.
   */
  @ApiOperation({ summary: 'Close an episode' })
  @Post()
  @Allow('episode.close')
  async close(@Param('id') episodeId: string, @Body() { ratings, ...body }: ClosureBody) {
    const { status, id } = await this.closures.closeEpisode(episodeId, {
      ...body,
      ...(ratings ? { ratings: { ...ratings } as Record<string, number> } : {}),
    });
    return new Created(
      (await this.load(episodeId))!,
      status === 'closed' ? `/api/v1/episodes/${episodeId}/closure` : `/api/v1/closure-proposals/${id}`,
    );
  }

  /** Undoes the closure within 28 days and returns the reopened episode. */
  @ApiOperation({ summary: 'Undo a closure' })
  @Post('undoing')
  @HttpCode(200)
  @Allow('closure.undo')
  async undo(@Param('id') episodeId: string, @Body() { reason }: ReasonBody) {
    await this.undoing.undoClosure(episodeId, reason);
    const { record } = await this.view.look(episodeId);
    return { episodeId, open: true, status: record?.status ?? null };
  }

  private async load(episodeId: string) {
    const closure = await this.closures.closureOf(episodeId);
    if (closure) return closureJson(closure);
    const waiting = await this.proposals.pending(episodeId);
    return waiting && { status: 'awaiting_approval' as const, proposal: closureProposalJson(waiting) };
  }
}
