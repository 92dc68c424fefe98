import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID } from 'class-validator';
import { Allow, audit, permitOn } from '#libs/access';
import { maySeeConcerns, SafetyConcernsReading } from '#libs/casework/safety-concerns';
import {
  EpisodeFrontDoor,
  EpisodeListService,
  EpisodesService,
  EpisodeViewService,
} from '#libs/casework/episodes';
import { PRESENTING_NEEDS, REFERRAL_SOURCES } from '#libs/terms';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import { episodeJson } from './episodes.json.js';
import {
  Line,
  ManyOf,
  OptionalId,
  OptionalLine,
  OptionalOneOf,
  OptionalParts,
  OptionalWords,
  OptionalYesNo,
  Words,
} from './fields.js';

export class PersonPresent {
  @Line() name: string;
  @OptionalLine() role?: string;
}
export class EpisodeBody {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(10) @IsUUID(undefined, { each: true }) childIds: string[];
  @Words() reason: string;
  @OptionalOneOf(REFERRAL_SOURCES) referralSource?: string;
  @ManyOf(PRESENTING_NEEDS) presentingNeeds?: string[];
  @OptionalYesNo() longTerm?: boolean;
  @OptionalParts(() => PersonPresent, 30) presentPeople?: PersonPresent[];
}
export class EpisodeChanges {
  @OptionalWords() reason?: string;
  @ManyOf(PRESENTING_NEEDS) presentingNeeds?: string[];
  @OptionalYesNo() longTerm?: boolean;
}
export class EpisodeQuery {
  @OptionalLine() scope?: 'mine' | 'agency' | 'locality' | 'all';
  @OptionalLine() status?: string;
  @OptionalLine() level?: string;
  @OptionalLine() exception?: string;
  @OptionalLine(20) notShared?: string;
  @OptionalId() practitionerId?: string;
  @OptionalId() teamId?: string;
  @OptionalId() agencyId?: string;
  @OptionalId() localityId?: string;
  @OptionalLine(3) limit?: string;
  @OptionalLine(40) cursor?: string;
}

@ApiTags('episodes')
@Controller('api/v1/episodes')
export class EpisodesApiController {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly view: EpisodeViewService,
    private readonly lists: EpisodeListService,
    private readonly concerns: SafetyConcernsReading,
    private readonly frontDoor: EpisodeFrontDoor,
  ) {}

  @Get()
  @Allow('episode.list')
  async list(@Query() { limit, ...filter }: EpisodeQuery) {
    const found = await this.lists.list({ ...filter, ...(limit ? { limit: Number(limit) || 50 } : {}) });
    await audit('list episodes', 'episode', { detail: { found: found.items.length } });
    return found;
  }

  @Post()
  @Allow('episode.open')
  async open(@Body() body: EpisodeBody) {
    const id = await this.episodes.openEpisode(body);
    return new Created(await this.shown(id), `/api/v1/episodes/${id}`);
  }

  @Get(':id')
  @Allow('episode.list')
  read(@Param('id') id: string) {
    return this.shown(id);
  }

  @Patch(':id')
  @Allow('episode.open')
  async change(@Param('id') id: string, @IfMatch() version: number, @Body() body: EpisodeChanges) {
    await permitOn(id, 'plan.edit', 'change the reason');
    await this.episodes.changeRecord(id, version, body);
    return this.shown(id);
  }

  private async shown(id: string) {
    const seen = await this.view.look(id);
    const standing = seen.hasSafetyConcern ? await this.concerns.standing(id, seen.abilities) : [];
    return new Versioned(
      episodeJson(seen, {
        standing: maySeeConcerns(seen.abilities) ? standing : null,
        frontDoor: standing?.length ? await this.frontDoor.numbers(id) : null,
      }),
      seen.record?.version ?? 0,
    );
  }
}
