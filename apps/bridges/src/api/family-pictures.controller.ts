import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { FamilyGraphService } from '#libs/casework/family-pictures';

/** The family of a child as people and ties, from which the genogram is drawn. */
@ApiTags('families')
@Controller('api/v1/children/:id/genogram')
export class FamilyPicturesApiController {
  constructor(private readonly graphs: FamilyGraphService) {}

  /** For a reader with tier T0 only, everything is null, as in the family’s own answer. */
  @ApiOperation({ summary: 'Get the family of a child as people and ties' })
  @Get()
  @Allow('episode.list')
  async read(@Param('id') id: string) {
    const graph = await this.graphs.graphOf(id);
    await audit('read genogram', 'child', { childId: id });
    return {
      childId: id,
      people: graph?.people ?? null,
      ties: graph?.ties ?? null,
      homes: graph?.homes ?? null,
      homesProtected: graph?.homesProtected ?? false,
      isCutShort: graph?.isCutShort ?? false,
    };
  }
}
