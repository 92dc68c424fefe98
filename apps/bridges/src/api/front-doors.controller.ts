import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { type FrontDoorDraft, FrontDoorsService } from '#libs/directory';
import { isId, unreachable } from '#libs/platform';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { IfMatch } from '../http/versioned.js';
import { ShortText } from './fields.js';

class FrontDoorBody {
  @ShortText() name: string;
  @ShortText(25) telephone: string;
  @ShortText() hours: string;
  @ShortText(25) outOfHoursTelephone: string;
}

/** The numbers to phone about a child who may not be safe: for the area, and for localities with their own. */
@ApiTags('directory')
@Controller('api/v1/settings/front-doors')
export class FrontDoorsApiController {
  constructor(private readonly frontDoors: FrontDoorsService) {}

  @ApiOperation({ summary: 'List who to phone about a child who may not be safe' })
  @Get()
  @Allow('directory.read')
  async list() {
    return { items: await this.frontDoors.list(), next: null };
  }

  @ApiOperation({ summary: 'Set who to phone in the area' })
  @Put('area')
  @Allow('settings.change')
  @ConfirmedRecently()
  async setForArea(@IfMatch() version: number, @Body() body: FrontDoorBody) {
    await this.frontDoors.setNumbers(null, version, draftOf(body));
    return this.list();
  }

  @ApiOperation({ summary: 'Set who to phone in a locality' })
  @Put('localities/:localityId')
  @Allow('settings.change')
  @ConfirmedRecently()
  async setForLocality(
    @Param('localityId') localityId: string,
    @IfMatch() version: number,
    @Body() body: FrontDoorBody,
  ) {
    if (!isId(localityId)) throw unreachable();
    await this.frontDoors.setNumbers(localityId, version, draftOf(body));
    return this.list();
  }
}

const draftOf = ({ name, telephone, hours, outOfHoursTelephone }: FrontDoorBody): FrontDoorDraft => ({
  name,
  telephone,
  hours,
  outOfHoursTelephone,
});
