import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { ChronologyService, NOTE_CATEGORIES, type NoteCategory } from '#libs/casework/chronology';
import { invalidField } from '#libs/platform';
import { SENSITIVE_TOPICS } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { Day, OneOf, OptionalLine, OptionalOneOf, OptionalWords, Words } from './fields.js';

export class ChronologyQuery {
  @OptionalLine(20) kind?: string;
  @OptionalLine(40) since?: string;
  @OptionalLine(3) limit?: string;
  @OptionalLine(300) cursor?: string;
}
export class NoteBody {
  @Day() happenedOn: string;
  @OneOf(NOTE_CATEGORIES) category: NoteCategory;
  @Words() what: string;
  @OptionalWords(2000) significance?: string;
  @OptionalOneOf(['', ...Object.keys(SENSITIVE_TOPICS)]) topic?: string;
}

@ApiTags('chronology')
@Controller('api/v1/episodes/:id/chronology')
export class ChronologyApiController {
  constructor(private readonly chronology: ChronologyService) {}

  @Get()
  @Allow('episode.read')
  async read(@Param('id') episodeId: string, @Query() { since, limit, ...filter }: ChronologyQuery) {
    const found = await this.chronology.entries(episodeId, {
      ...filter,
      ...(since ? { since: instantOf(since) } : {}),
      ...(limit ? { limit: Number(limit) || 100 } : {}),
    });
    await audit('read chronology', 'episode', { episodeId });
    return found;
  }

  @Post()
  @Allow('chronology.add')
  async add(@Param('id') episodeId: string, @Body() body: NoteBody) {
    const id = await this.chronology.addNote(episodeId, body);
    return new Created({ id, ...body, topic: body.topic ?? '' }, `/api/v1/episodes/${episodeId}/chronology`);
  }
}

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()))
    throw invalidField('since', 'since must be an instant, such as 2026-03-03T09:00:00Z');
  return instant;
}
