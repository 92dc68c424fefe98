import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { BirthsService } from '#libs/casework/births';
import { SEXES } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { IsoDate, NestedArray, OneOf, OptionalIds, ShortText } from './fields.js';

export class BabyBody {
  @ShortText(100) givenNames: string;
  @ShortText(100) familyName: string;
  @OneOf(SEXES) sex: string;
}
class BirthBody {
  @IsoDate() bornOn: string;
  /** One, or of twins each: the first keeps the record of the pregnancy. */
  @NestedArray(() => BabyBody, 6, 1) babies: BabyBody[];
  @OptionalIds() notTheSameAs?: string[];
}

@ApiTags('children')
@Controller('api/v1/children/:id/birth')
export class BirthsApiController {
  constructor(private readonly births: BirthsService) {}

  /** An expected baby becomes a child. Twins have records of their own, in the same episode and with the same carers. */
  @ApiOperation({ summary: 'Record the birth of an expected baby' })
  @Post()
  @Allow('child.create')
  async record(@Param('id') id: string, @Body() body: BirthBody) {
    const childIds = await this.births.recordBirth(id, body);
    return new Created({ childIds }, `/api/v1/children/${id}`);
  }
}
