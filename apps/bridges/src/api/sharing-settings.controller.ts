import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { SharingSettingsService } from '#libs/casework/information-sharing';
import { isId, unreachable } from '#libs/platform';
import { LAWFUL_BASES } from '#libs/terms';
import { ConfirmedRecently } from '../http/confirmed-recently.js';
import { IfMatch, Versioned } from '../http/versioned.js';
import { NullableOneOf, OneOf, ShortText, YesNo } from './fields.js';

class SharingSettingsBody {
  @YesNo() duty16la: boolean;
  @ShortText(20) goldenRulesEdition: string;
  @NullableOneOf(LAWFUL_BASES) defaultLawfulBasis?: string | null;
}
class AgencyBasisBody {
  @OneOf(LAWFUL_BASES) lawfulBasis: string;
}

@ApiTags('information sharing')
@Controller('api/v1/settings/information-sharing')
export class SharingSettingsApiController {
  constructor(private readonly settings: SharingSettingsService) {}

  /** The sharing settings of the area, with its edition of the golden rules. */
  @ApiOperation({ summary: 'Get the area’s settings for information sharing' })
  @Get()
  @Allow('directory.read')
  async read() {
    const { duty16la, defaultLawfulBasis, version } = await this.settings.settled();
    const { edition, name, rules } = await this.settings.goldenRules();
    return new Versioned(
      {
        duty16la,
        defaultLawfulBasis,
        goldenRules: { edition, name, rules },
        agencies: await this.settings.agencyBases(),
        version,
      },
      version,
    );
  }

  @ApiOperation({ summary: 'Change the area’s settings for information sharing' })
  @Put()
  @Allow('settings.change')
  @ConfirmedRecently()
  async change(@Body() body: SharingSettingsBody, @IfMatch() version: number) {
    await this.settings.settle(version, body);
    return this.read();
  }

  @ApiOperation({ summary: 'Set the lawful basis of an agency' })
  @Put('agencies/:agencyId')
  @Allow('settings.change')
  @ConfirmedRecently()
  async changeAgency(@Param('agencyId') agencyId: string, @Body() { lawfulBasis }: AgencyBasisBody) {
    if (!isId(agencyId)) throw unreachable();
    await this.settings.settleAgencyBasis(agencyId, lawfulBasis);
    return this.read();
  }
}
