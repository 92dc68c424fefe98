import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { DeputiesService } from '#libs/casework/lead-professional';
import { Created } from '../http/versioned.js';
import { Id, IsoDate, OptionalId } from './fields.js';

class DeputyBody {
  @Id() practitionerId: string;
  @OptionalId() agencyId?: string;
  @IsoDate() beginsOn: string;
  @IsoDate() endsOn: string;
}

@ApiTags('lead professional')
@Controller('api/v1/episodes/:episodeId/lead-professional/deputies')
export class DeputiesApiController {
  constructor(private readonly deputies: DeputiesService) {}

  @ApiOperation({ summary: 'List deputies of the lead professional' })
  @Get()
  @Allow('episode.read')
  async list(@Param('episodeId') episodeId: string) {
    const items = await this.deputies.deputies(episodeId);
    await audit('read deputies', 'episode', { episodeId });
    return { items, next: null };
  }

  /** Appoints a deputy, who covers for the lead professional from the first day to the last. */
  @ApiOperation({ summary: 'Name a deputy for the lead professional' })
  @Post()
  @Allow('lead.deputise')
  async name(@Param('episodeId') episodeId: string, @Body() body: DeputyBody) {
    const deputy = await this.deputies.nameDeputy(episodeId, body);
    return new Created(deputy, `/api/v1/episodes/${episodeId}/lead-professional/deputies`);
  }

  @ApiOperation({ summary: 'End a deputyship' })
  @Post(':deputyId/ending')
  @Allow('lead.deputise')
  @HttpCode(200)
  end(@Param('episodeId') episodeId: string, @Param('deputyId') deputyId: string) {
    return this.deputies.endDeputyship(episodeId, deputyId);
  }
}
