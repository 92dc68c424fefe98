import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { ChildrenService } from '#libs/casework/children';
import { ChildDeathsService } from '#libs/casework/child-deaths';
import { unreachable } from '#libs/platform';
import { DEATH_DATES_KNOWN, DEATH_SOURCES } from '#libs/terms';
import { Created } from '../http/versioned.js';
import { NullableIsoDate, NullableLongText, OneOf } from './fields.js';
import { ReasonBody } from './lead-professional.controller.js';

class DeathBody {
  @NullableIsoDate() diedOn?: string | null;
  @OneOf(DEATH_DATES_KNOWN) dateKnown: string;
  /** Who told the practitioner. */
  @OneOf(DEATH_SOURCES) source: string;
  @NullableLongText(2000) note?: string | null;
}

@ApiTags('children')
@Controller('api/v1/children/:id/death')
export class ChildDeathsApiController {
  constructor(
    private readonly children: ChildrenService,
    private readonly deaths: ChildDeathsService,
  ) {}

  @ApiOperation({ summary: 'Get the recorded death of a child' })
  @Get()
  @Allow('episode.list')
  async read(@Param('id') id: string) {
    const death = await this.load(id);
    await audit('read death', 'child', { childId: id });
    return death;
  }

  /** Records a death once; for a baby who is expected, that the pregnancy ended without a birth. */
  @ApiOperation({ summary: 'Record the death of a child' })
  @Post()
  @Allow('death.record')
  async record(@Param('id') id: string, @Body() body: DeathBody) {
    await this.deaths.record(id, body);
    return new Created(await this.load(id), `/api/v1/children/${id}/death`);
  }

  /** Undoes what was recorded in error: by its recorder, within 28 days. */
  @ApiOperation({ summary: 'Undo a death recorded in error' })
  @Post('undoing')
  @HttpCode(200)
  @Allow('episode.list')
  async undo(@Param('id') id: string, @Body() { reason }: ReasonBody) {
    await this.deaths.undo(id, reason);
    return { childId: id, undone: true };
  }

  private async load(id: string) {
    await this.children.find(id);
    const death = await this.deaths.ofChild(id);
    if (!death) throw unreachable();
    const { mayUndo: _mayUndo, ...recorded } = death;
    return recorded;
  }
}
