import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { type FieldChange, FieldHistoryService } from '#libs/casework/field-history';

/** Who changed what, from what to what and when, for those who may read the field now. The latest two hundred. */
@ApiTags('field history')
@Controller('api/v1')
export class FieldHistoryApiController {
  constructor(private readonly history: FieldHistoryService) {}

  @ApiOperation({ summary: 'List the changes of a child’s and their carers’ details' })
  @Get('children/:id/changes')
  @Allow('episode.list')
  async ofChild(@Param('id') id: string) {
    const items = (await this.history.ofChild(id)).map(fieldChangeJson);
    await audit('read changes', 'child', { childId: id });
    return { items, next: null };
  }

  @ApiOperation({ summary: 'List the changes of a plan’s outcomes and actions' })
  @Get('episodes/:id/plan/changes')
  @Allow('record.read')
  async ofPlan(@Param('id') episodeId: string) {
    const items = (await this.history.ofPlan(episodeId)).map(fieldChangeJson);
    await audit('read changes', 'plan', { episodeId });
    return { items, next: null };
  }
}

/** Values are texts, lists joined by commas: a field may be of any type. */
function fieldChangeJson({ id, field, before, after, changedAt, changedBy, about }: FieldChange) {
  return {
    id,
    field: camelCased(field),
    about,
    before: toText(before),
    after: toText(after),
    changedAt,
    changedBy,
  };
}

const camelCased = (field: string): string =>
  field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.join(',') : String(value as string | number | boolean);
}
