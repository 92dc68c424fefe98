import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { ShieldNamesService, ShieldsReadingService, ShieldsService } from '#libs/casework/shields';
import { SHIELD_GROUNDS, SHIELD_REQUESTERS, type ShieldGround, type ShieldRequester } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { Id, LongText, NullableIsoDate, NullableLongText, OneOf, OptionalIds, ShortText } from './fields.js';

class ShieldBody {
  @OneOf(SHIELD_GROUNDS) grounds: ShieldGround;
  @NullableLongText(2000) detail?: string | null;
  @ShortText() requestedBy: string;
  @OneOf(SHIELD_REQUESTERS) requesterCapacity: ShieldRequester;
  @OptionalIds() unsafeCarerIds?: string[];
  @OptionalIds() practitionerIds?: string[];
}
class ShieldDecisionBody {
  @OneOf(['confirmed', 'declined']) decision: 'confirmed' | 'declined';
  @LongText(2000) reason: string;
  @NullableIsoDate() reviewOn?: string | null;
}
class ShieldEndingBody {
  @LongText(2000) reason: string;
}
class ShieldNameBody {
  @Id() practitionerId: string;
}

@ApiTags('shields')
@Controller('api/v1')
export class ShieldsApiController {
  constructor(
    private readonly reading: ShieldsReadingService,
    private readonly shields: ShieldsService,
    private readonly names: ShieldNamesService,
  ) {}

  /** The shields of this child that the reader may know of. An empty list does not mean that there are none. */
  @ApiOperation({ summary: 'List the shields of a child' })
  @Get('children/:id/shields')
  @Allow('shield.request')
  async ofChild(@Param('id') childId: string) {
    const items = await this.reading.ofChild(childId);
    await audit('read shields', 'child', { childId });
    return { items, next: null };
  }

  @ApiOperation({ summary: 'Request a shield' })
  @Post('children/:id/shields')
  @Allow('shield.request')
  async request(@Param('id') childId: string, @Body() body: ShieldBody) {
    const id = await this.shields.request(childId, body);
    return new Created(await this.reading.find(id), `/api/v1/shields/${id}`);
  }

  @ApiOperation({ summary: 'List shields that wait for a decision' })
  @Get('shields')
  @Allow('shield.queue')
  async queue() {
    return { items: await this.reading.queue(), next: null };
  }

  @ApiOperation({ summary: 'Get a shield' })
  @Get('shields/:id')
  @Allow('shield.request')
  read(@Param('id') id: string) {
    return this.reading.find(id);
  }

  @ApiOperation({ summary: 'Decide a shield' })
  @Post('shields/:id/decision')
  @HttpCode(200)
  @Allow('shield.request')
  decide(@Param('id') id: string, @Body() body: ShieldDecisionBody) {
    return this.shields.decide(id, body);
  }

  @ApiOperation({ summary: 'End a shield' })
  @Post('shields/:id/ending')
  @HttpCode(200)
  @Allow('shield.request')
  end(@Param('id') id: string, @Body() { reason }: ShieldEndingBody) {
    return this.shields.end(id, reason);
  }

  @ApiOperation({ summary: 'Name a practitioner on a shield' })
  @Post('shields/:id/names')
  @Allow('shield.request')
  async name(@Param('id') id: string, @Body() { practitionerId }: ShieldNameBody) {
    await this.names.name(id, practitionerId);
    return new Created(await this.reading.find(id), `/api/v1/shields/${id}`);
  }

  @ApiOperation({ summary: 'Take a practitioner’s name off a shield' })
  @Post('shields/:id/names/:nameId/ending')
  @HttpCode(200)
  @Allow('shield.request')
  unname(@Param('id') id: string, @Param('nameId') nameId: string) {
    return this.names.unname(id, nameId);
  }
}
