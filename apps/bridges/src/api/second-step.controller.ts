import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { SecondFactorAdministrationService } from '#libs/accounts';
import { PeopleService } from '#libs/directory';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { YesNo } from './fields.js';

export class SecondStepRule {
  @YesNo() required: boolean;
}

/** What an administrator decides about the second step of the people of their agency. */
@ApiTags('accounts')
@Controller('api/v1')
export class SecondStepApiController {
  constructor(
    private readonly administration: SecondFactorAdministrationService,
    private readonly people: PeopleService,
  ) {}

  @ApiOperation({ summary: 'Remove the lost authenticator app of a practitioner of my agency' })
  @Delete('practitioners/:id/second-factor')
  @Allow('people.manage')
  @ConfirmedRecently()
  @HttpCode(204)
  async removeLost(@Param('id') id: string): Promise<void> {
    await this.people.find(id);
    await this.administration.remove(id);
  }

  @ApiOperation({ summary: 'Get whether everyone at my agency needs a second step to sign in' })
  @Get('my-agency/second-step')
  @Allow('people.manage')
  async rule() {
    return { required: await this.administration.isRequiredOfEveryone() };
  }

  @ApiOperation({ summary: 'Set whether everyone at my agency needs a second step to sign in' })
  @Put('my-agency/second-step')
  @Allow('people.manage')
  @ConfirmedRecently()
  async setRule(@Body() { required }: SecondStepRule) {
    await this.administration.requireOfEveryone(required);
    return this.rule();
  }
}
