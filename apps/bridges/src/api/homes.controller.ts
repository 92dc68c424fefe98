import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { HouseholdsService } from '#libs/casework/families';
import { unreachable } from '#libs/platform';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import { EndingBody, HouseholdChanges, MoveBody, NewHouseholdBody, StayBody } from './families.bodies.js';

/** Homes of a family, and who lives in them. */
@ApiTags('families')
@Controller('api/v1/children/:id')
export class HomesApiController {
  constructor(
    private readonly children: ChildrenService,
    private readonly households: HouseholdsService,
  ) {}

  @ApiOperation({ summary: 'Record a home and who lives there' })
  @Post('homes')
  @Allow('child.create')
  async record(@Param('id') id: string, @Body() { members, ...home }: NewHouseholdBody) {
    await this.children.find(id);
    return this.created(id, await this.households.recordHousehold(id, home, members));
  }

  @ApiOperation({ summary: 'Correct a home' })
  @Patch('homes/:homeId')
  @Allow('child.create')
  async change(
    @Param('id') id: string,
    @Param('homeId') homeId: string,
    @IfMatch() version: number,
    @Body() body: HouseholdChanges,
  ) {
    await this.households.changeHousehold(id, homeId, version, body);
    return this.load(id, homeId);
  }

  @ApiOperation({ summary: 'Record that a person lives in a home' })
  @Post('homes/:homeId/stays')
  @Allow('child.create')
  async addMember(@Param('id') id: string, @Param('homeId') homeId: string, @Body() body: StayBody) {
    await this.households.addMember(id, homeId, body);
    return this.created(id, homeId);
  }

  @ApiOperation({ summary: 'Record that a person has left a home' })
  @Post('stays/:stayId/ending')
  @HttpCode(200)
  @Allow('child.create')
  async end(@Param('id') id: string, @Param('stayId') stayId: string, @Body() { endedOn }: EndingBody) {
    await this.households.endStay(id, stayId, endedOn);
    return { ended: true };
  }

  @ApiOperation({ summary: 'Record that a child has moved' })
  @Post('moves')
  @Allow('child.create')
  async move(@Param('id') id: string, @Body() body: MoveBody) {
    await this.children.find(id);
    return this.created(id, await this.households.move(id, body as never));
  }

  private async created(id: string, homeId: string) {
    return new Created(await this.load(id, homeId), `/api/v1/children/${id}/family`);
  }

  private async load(id: string, homeId: string) {
    const home = (await this.households.householdsOf(id)).find((one) => one.id === homeId);
    if (!home) throw unreachable();
    return new Versioned(home, home.version);
  }
}
