import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { HANDED_OVER, HandOversService } from '#libs/casework/hand-overs';
import { Created } from '../http/versioned.js';
import { Id, OneOf } from './fields.js';

export class HandOverBody {
  @OneOf(HANDED_OVER) kind: (typeof HANDED_OVER)[number];
  @Id() id: string;
  @Id() successorId: string;
}

@ApiTags('directory')
@Controller('api/v1/practitioners/:id/hand-overs')
export class HandOversApiController {
  constructor(private readonly handOvers: HandOversService) {}

  /** What a colleague has open with families that the reader answers for, as their manager, coordinator or lead. */
  @ApiOperation({ summary: 'List the work that a practitioner would hand over' })
  @Get()
  @Allow('team.edit')
  async list(@Param('id') id: string) {
    return { items: await this.handOvers.of(id), next: null };
  }

  /** Gives a meeting to chair, an action, or the responsibility of an episode's author to another practitioner. */
  @ApiOperation({ summary: 'Hand over work of a practitioner' })
  @Post()
  @Allow('team.edit')
  async add(@Param('id') id: string, @Body() { kind, id: workId, successorId }: HandOverBody) {
    const given = await this.handOvers.handOver(id, kind, workId, successorId);
    return new Created({ ...given, successorId }, `/api/v1/practitioners/${id}/hand-overs`);
  }
}
