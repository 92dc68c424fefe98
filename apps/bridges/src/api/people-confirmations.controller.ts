import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { ConfirmationsService } from '#libs/directory';
import { Created } from '../http/versioned.js';
import { ShortText } from './fields.js';

export class PeopleConfirmationBody {
  /** `shown` of the list that was read: 409 when people or posts have changed since. */
  @ShortText(32) shown: string;
}

/** The agency's people and roles, which an administrator confirms once a quarter. */
@ApiTags('directory')
@Controller('api/v1/people-confirmations')
export class PeopleConfirmationsApiController {
  constructor(private readonly confirmations: ConfirmationsService) {}

  @ApiOperation({ summary: 'Read the people and roles to confirm' })
  @Get()
  @Allow('people.manage')
  current() {
    return this.confirmations.current();
  }

  @ApiOperation({ summary: 'Confirm my agency’s people and roles' })
  @Post()
  @Allow('people.manage')
  async confirm(@Body() { shown }: PeopleConfirmationBody) {
    return new Created(await this.confirmations.confirm(shown), '/api/v1/people-confirmations');
  }
}
