import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import {
  CHRONOLOGY_KINDS,
  ChronologyService,
  NOTE_CATEGORIES,
  type NoteCategory,
} from '#libs/casework/chronology';
import { instantOf } from '#libs/platform';
import { SENSITIVE_TOPICS } from '#libs/terms';
import { Created } from '../http/versioned.js';
import {
  IsoDate,
  Limit,
  LongText,
  NullableLongText,
  NullableOneOf,
  OneOf,
  OptionalInstant,
  QueryOneOf,
  QueryText,
} from './fields.js';

class ChronologyQuery {
  @QueryOneOf(CHRONOLOGY_KINDS) kind?: string;
  @OptionalInstant() since?: string;
  @Limit() limit?: number;
  @QueryText(300) cursor?: string;
}
class NoteBody {
  @IsoDate() happenedOn: string;
  @OneOf(NOTE_CATEGORIES) category: NoteCategory;
  @LongText() what: string;
  @NullableLongText(2000) significance?: string | null;
  @NullableOneOf(SENSITIVE_TOPICS) topic?: string | null;
}

@ApiTags('chronology')
@Controller('api/v1/episodes/:id/chronology')
export class ChronologyApiController {
  constructor(private readonly chronology: ChronologyService) {}

  @ApiOperation({ summary: 'List the chronology of an episode' })
  @Get()
  @Allow('episode.read')
  async read(@Param('id') episodeId: string, @Query() { since, ...filter }: ChronologyQuery) {
    const entries = await this.chronology.entries(episodeId, {
      ...filter,
      ...(since ? { since: instantOf(since)! } : {}),
    });
    await audit('read chronology', 'episode', { episodeId });
    return entries;
  }

  @ApiOperation({ summary: 'Add a note to the chronology' })
  @Post()
  @Allow('chronology.add')
  async add(@Param('id') episodeId: string, @Body() body: NoteBody) {
    const id = await this.chronology.addNote(episodeId, body);
    return new Created({ id, ...body, topic: body.topic ?? '' }, `/api/v1/episodes/${episodeId}/chronology`);
  }
}
