import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { abilitiesOn, Allow, audit } from '#libs/access';
import {
  DisclosureReadingService,
  type DisclosureView,
  DisclosuresService,
} from '#libs/casework/disclosures';
import { unreachable } from '#libs/platform';
import { DISCLOSURE_BASES, DISCLOSURE_DECISIONS, FAMILY_TOLD, SENSITIVE_TOPICS, TIERS } from '#libs/terms';
import { Created } from '../http/versioned.js';
import {
  LongText,
  NullableId,
  NullableIsoDate,
  NullableLongText,
  NullableOneOf,
  NullableShortText,
  OneOf,
  OptionalEnumArray,
  ShortText,
} from './fields.js';

class DisclosureBody {
  @NullableId() askedByPractitionerId?: string | null;
  @NullableShortText() askedByName?: string | null;
  @NullableShortText() askedByAgency?: string | null;
  @NullableId() toAgencyId?: string | null;
  @NullableId() toPractitionerId?: string | null;
  @NullableShortText() toName?: string | null;
  @LongText(2000) askedFor: string;
  @ShortText(1000) purpose: string;
  @OptionalEnumArray(TIERS) tiers: string[] = [];
  @OptionalEnumArray(SENSITIVE_TOPICS) topics?: string[];
  @NullableLongText(2000) riskOfSharing?: string | null;
  @NullableLongText(2000) riskOfNotSharing?: string | null;
  @NullableOneOf(DISCLOSURE_BASES) basis?: string | null;
  @NullableLongText(2000) detrimentConsidered?: string | null;
  @OneOf(DISCLOSURE_DECISIONS) decision: string;
  @NullableLongText(2000) whatWasShared?: string | null;
  @NullableLongText(2000) reason?: string | null;
  @NullableLongText(2000) consulted?: string | null;
  @OneOf(FAMILY_TOLD) familyTold: string;
  @NullableLongText(2000) familyToldNote?: string | null;
  @NullableIsoDate() tellFamilyOn?: string | null;
  @NullableShortText() sentHow?: string | null;
}

@ApiTags('information sharing')
@Controller('api/v1/episodes/:id/disclosures')
export class DisclosuresApiController {
  constructor(
    private readonly disclosures: DisclosuresService,
    private readonly reading: DisclosureReadingService,
  ) {}

  /** Every decision to share or not to share that the reader may know of. */
  @ApiOperation({ summary: 'List decisions to share in an episode' })
  @Get()
  @Allow('disclosure.read')
  async list(@Param('id') episodeId: string) {
    const items = await this.reading.decisions(episodeId);
    await audit('read disclosures', 'episode', {
      episodeId,
      reaches: (await abilitiesOn(episodeId)).reaches,
    });
    return { items: items.map(disclosureJson), next: null };
  }

  @ApiOperation({ summary: 'Record a decision to share or not to share' })
  @Post()
  @Allow('disclosure.record')
  async record(@Param('id') episodeId: string, @Body() body: DisclosureBody) {
    const id = await this.disclosures.recordDisclosure(episodeId, body);
    const made = (await this.reading.decisions(episodeId)).find((one) => one.id === id);
    if (!made) throw unreachable();
    return new Created(disclosureJson(made), `/api/v1/episodes/${episodeId}/disclosures`);
  }
}

const disclosureJson = (disclosure: DisclosureView) => ({
  ...disclosure,
  tiers: disclosure.tiers.map((tier) => `T${tier}`),
});
