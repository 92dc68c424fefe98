import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit, permitOn } from '#libs/access';
import { maySeeConcerns, SafetyConcernsReadingService } from '#libs/casework/safety-concerns';
import {
  EPISODE_LEVELS,
  EPISODE_SCOPES,
  EPISODE_STATES,
  EpisodeFrontDoor,
  EpisodeListService,
  EpisodesService,
  EpisodeViewService,
  EXCEPTIONS,
} from '#libs/casework/episodes';
import { PRESENTING_NEEDS, REFERRAL_SOURCES } from '#libs/terms';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import { ListQuery } from './paging.js';
import { episodeJson } from './episodes.json.js';
import {
  Ids,
  LongText,
  NullableLongText,
  NullableOneOf,
  NullableShortText,
  OptionalEnumArray,
  OptionalId,
  OptionalLongText,
  OptionalNestedArray,
  OptionalYesNo,
  QueryOneOf,
  QueryText,
  ShortText,
} from './fields.js';

export class PersonPresent {
  @ShortText() name: string;
  @NullableShortText() role?: string | null;
}
class EpisodeBody {
  @Ids(1, 10) childIds: string[];
  @LongText() reason: string;
  @NullableOneOf(REFERRAL_SOURCES) referralSource?: string | null;
  @OptionalEnumArray(PRESENTING_NEEDS) presentingNeeds?: string[];
  @OptionalYesNo() longTerm?: boolean;
  /** Needed where a death is recorded for a child: why help begins all the same. */
  @NullableLongText(2000) afterDeathBecause?: string | null;
  @OptionalNestedArray(() => PersonPresent, 30) presentPeople?: PersonPresent[];
}
class EpisodeChanges {
  @OptionalLongText() reason?: string;
  @OptionalEnumArray(PRESENTING_NEEDS) presentingNeeds?: string[];
  @OptionalYesNo() longTerm?: boolean;
}
class EpisodeQuery extends ListQuery {
  @QueryOneOf(EPISODE_SCOPES) scope?: (typeof EPISODE_SCOPES)[number];
  @QueryOneOf(EPISODE_STATES) status?: string;
  @QueryOneOf(EPISODE_LEVELS) level?: string;
  @QueryText() exception?: string;
  @QueryOneOf(EXCEPTIONS) notShared?: string;
  @OptionalId() practitionerId?: string;
  @OptionalId() teamId?: string;
  @OptionalId() agencyId?: string;
  @OptionalId() localityId?: string;
}

@ApiTags('episodes')
@Controller('api/v1/episodes')
export class EpisodesApiController {
  constructor(
    private readonly episodes: EpisodesService,
    private readonly view: EpisodeViewService,
    private readonly lists: EpisodeListService,
    private readonly concerns: SafetyConcernsReadingService,
    private readonly frontDoor: EpisodeFrontDoor,
  ) {}

  @ApiOperation({ summary: 'List episodes' })
  @Get()
  @Allow('episode.list')
  async list(@Query() query: EpisodeQuery) {
    const list = await this.lists.list(query);
    await audit('list episodes', 'episode', { detail: { found: list.items.length } });
    return list;
  }

  @ApiOperation({ summary: 'Start an episode' })
  @Post()
  @Allow('episode.open')
  async open(@Body() body: EpisodeBody) {
    const id = await this.episodes.openEpisode(body);
    return new Created(await this.load(id), `/api/v1/episodes/${id}`);
  }

  @ApiOperation({ summary: 'Get an episode' })
  @Get(':id')
  @Allow('episode.list')
  read(@Param('id') id: string) {
    return this.load(id);
  }

  @ApiOperation({ summary: 'Change why an episode is open' })
  @Patch(':id')
  @Allow('episode.open')
  async change(@Param('id') id: string, @IfMatch() version: number, @Body() body: EpisodeChanges) {
    await permitOn(id, 'plan.edit', 'change the reason');
    await this.episodes.changeRecord(id, version, body);
    return this.load(id);
  }

  private async load(id: string) {
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
