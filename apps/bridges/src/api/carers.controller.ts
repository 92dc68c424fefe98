import { Body, Controller, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { CarersService, ChildCarersService } from '#libs/casework/children';
import { isId, unreachable } from '#libs/platform';
import { IfMatch, Versioned } from '../http/versioned.js';
import {
  CarerChanges,
  CarerEndingBody,
  ChildCarerChanges,
  EmergencyContactsBody,
} from './families.bodies.js';

/** Parents and carers of a child: corrected, limited, put in order and ended. */
@ApiTags('families')
@Controller('api/v1/children/:id')
export class CarersApiController {
  constructor(
    private readonly carers: CarersService,
    private readonly childCarers: ChildCarersService,
  ) {}

  @ApiOperation({ summary: 'Change what a carer is to a child' })
  @Patch('carers/:carerId')
  @Allow('child.create')
  async change(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @IfMatch() version: number,
    @Body() body: ChildCarerChanges,
  ) {
    await this.childCarers.changeChildCarer(id, carerId, version, body);
    return this.load(id, carerId);
  }

  @ApiOperation({ summary: 'Correct a carer’s own record' })
  @Patch('carers/:carerId/person')
  @Allow('child.create')
  async changePerson(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @IfMatch() version: number,
    @Body() body: CarerChanges,
  ) {
    if (!isId(id)) throw unreachable();
    await this.carers.changeCarer(id, carerId, version, body);
    const { body: carer } = await this.load(id, carerId);
    return new Versioned(carer, carer.personVersion);
  }

  @ApiOperation({ summary: 'End what a carer is to a child' })
  @Post('carers/:carerId/ending')
  @HttpCode(200)
  @Allow('child.create')
  end(
    @Param('id') id: string,
    @Param('carerId') carerId: string,
    @IfMatch() version: number,
    @Body() body: CarerEndingBody,
  ) {
    return this.childCarers.endChildCarer(id, carerId, version, body);
  }

  @ApiOperation({ summary: 'Set whom to ring first' })
  @Put('emergency-contacts')
  @Allow('child.create')
  async order(@Param('id') id: string, @Body() { carerIds }: EmergencyContactsBody) {
    await this.childCarers.orderEmergencyContacts(id, carerIds);
    return { items: await this.carers.carersOf(id) };
  }

  private async load(id: string, carerId: string) {
    const carer = (await this.carers.carersOf(id)).find((one) => one.id === carerId.toLowerCase());
    if (!carer) throw unreachable();
    return new Versioned(carer, carer.version);
  }
}
