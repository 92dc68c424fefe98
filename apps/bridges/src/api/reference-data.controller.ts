import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { ReferenceDataService } from '#libs/directory';
import { QueryText, ShortText } from './fields.js';

class PlaceQuery {
  @QueryText() name?: string;
}
class PostcodeBody {
  @ShortText(10) postcode: string;
}

/** Public lists of schools, practices and postcodes, for choosing; they hold nothing about families. */
@ApiTags('directory')
@Controller('api/v1/reference-data')
export class ReferenceDataApiController {
  constructor(private readonly data: ReferenceDataService) {}

  @ApiOperation({ summary: 'Find schools by name, town or postcode' })
  @Get('schools')
  @Allow('directory.read')
  async schools(@Query() { name = '' }: PlaceQuery) {
    return { items: await this.data.schools(name), next: null };
  }

  @ApiOperation({ summary: 'Find GP practices by name, address or postcode' })
  @Get('gp-practices')
  @Allow('directory.read')
  async gpPractices(@Query() { name = '' }: PlaceQuery) {
    return { items: await this.data.gpPractices(name), next: null };
  }

  /** In the body, because a family's postcode must not be in an address. */
  @ApiOperation({ summary: 'Get the district and locality of a postcode' })
  @Post('postcode-places')
  @HttpCode(200)
  @Allow('directory.read')
  async placeOf(@Body() { postcode }: PostcodeBody) {
    return { place: await this.data.placeOf(postcode) };
  }
}
