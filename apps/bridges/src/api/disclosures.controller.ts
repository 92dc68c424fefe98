import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { abilitiesOn, Allow, audit } from '#libs/access';
import {
  DisclosureReadingService,
  type DisclosureSeen,
  DisclosuresService,
} from '#libs/casework/disclosures';
import { unreachable } from '#libs/platform';
import { DISCLOSURE_BASES, DISCLOSURE_DECISIONS, FAMILY_TOLD, SENSITIVE_TOPICS, TIERS } from '#libs/terms';
import { Created } from '../http/versioned.js';
import {
  Line,
  ManyOf,
  OneOf,
  OptionalDay,
  OptionalId,
  OptionalLine,
  OptionalOneOf,
  OptionalWords,
  Words,
} from './fields.js';

export class DisclosureBody {
  @OptionalId() askedByPractitionerId?: string;
  @OptionalLine() askedByName?: string;
  @OptionalLine() askedByAgency?: string;
  @OptionalId() toAgencyId?: string;
  @OptionalId() toPractitionerId?: string;
  @OptionalLine() toName?: string;
  @Words(2000) askedFor: string;
  @Line(1000) purpose: string;
  @ManyOf(TIERS) tiers: string[] = [];
  @ManyOf(SENSITIVE_TOPICS) topics?: string[];
  @OptionalWords(2000) riskOfSharing?: string;
  @OptionalWords(2000) riskOfNotSharing?: string;
  @OptionalOneOf(DISCLOSURE_BASES) basis?: string;
  @OptionalWords(2000) detrimentConsidered?: string;
  @OneOf(DISCLOSURE_DECISIONS) decision: string;
  @OptionalWords(2000) whatWasShared?: string;
  @OptionalWords(2000) reason?: string;
  @OptionalWords(2000) consulted?: string;
  @OneOf(FAMILY_TOLD) familyTold: string;
  @OptionalWords(2000) familyToldNote?: string;
  @OptionalDay() tellFamilyOn?: string;
  @OptionalLine() sentHow?: string;
}

@ApiTags('information sharing')
@Controller('api/v1/episodes/:id/disclosures')
export class DisclosuresApiController {
  constructor(
    private readonly disclosures: DisclosuresService,
    private readonly reading: DisclosureReadingService,
  ) {}

  /** Every decision to share or not to share that the reader may know of. */
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

  @Post()
  @Allow('disclosure.record')
  async record(@Param('id') episodeId: string, @Body() body: DisclosureBody) {
    const id = await this.disclosures.recordDisclosure(episodeId, body);
    const made = (await this.reading.decisions(episodeId)).find((one) => one.id === id);
    if (!made) throw unreachable();
    return new Created(disclosureJson(made), `/api/v1/episodes/${episodeId}/disclosures`);
  }
}

const disclosureJson = (disclosure: DisclosureSeen) => ({
  ...disclosure,
  tiers: disclosure.tiers.map((tier) => `T${tier}`),
});
