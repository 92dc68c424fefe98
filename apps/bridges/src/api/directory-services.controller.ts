import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { ServicesService } from '#libs/directory';
import { Created, IfMatch, Versioned } from '../http/versioned.js';
import {
  Integer,
  LongText,
  NullableId,
  NullableShortText,
  OptionalInteger,
  OptionalLongText,
  OptionalShortText,
  QueryOneOf,
  QueryText,
  ShortText,
} from './fields.js';
import { ListQuery, paged } from './paging.js';

class ServiceQuery extends ListQuery {
  @QueryOneOf(['1', '2', '3', '4']) level?: string;
  @QueryText() name?: string;
}
class ServiceBody {
  @ShortText() name: string;
  @LongText(2000) description: string;
  @Integer(1, 4) level: number;
  @NullableId() agencyId?: string | null;
  @NullableShortText() audience?: string | null;
  @NullableShortText(30) telephone?: string | null;
}
class ServiceChanges {
  @OptionalShortText() name?: string;
  @OptionalLongText(2000) description?: string;
  @OptionalInteger(1, 4) level?: number;
  @NullableId() agencyId?: string | null;
  @NullableShortText() audience?: string | null;
  @NullableShortText(30) telephone?: string | null;
}

@ApiTags('directory')
@Controller('api/v1/directory/services')
export class DirectoryServicesApiController {
  constructor(private readonly services: ServicesService) {}

  @ApiOperation({ summary: 'List services' })
  @Get()
  @Allow('directory.read')
  list(@Query() { level, name, ...page }: ServiceQuery) {
    return paged(page, (limit, after) =>
      this.services.list({
        ...(level ? { level: Number(level) } : {}),
        ...(name ? { name } : {}),
        limit,
        ...(after ? { after } : {}),
      }),
    );
  }

  @ApiOperation({ summary: 'Add a service' })
  @Post()
  @Allow('directory.edit')
  async add(@Body() body: ServiceBody) {
    const id = await this.services.add(body);
    return new Created(await this.load(id), `/api/v1/directory/services/${id}`);
  }

  @ApiOperation({ summary: 'Get a service' })
  @Get(':id')
  @Allow('directory.read')
  read(@Param('id') id: string) {
    return this.load(id);
  }

  @ApiOperation({ summary: 'Change a service' })
  @Patch(':id')
  @Allow('directory.edit')
  async change(@Param('id') id: string, @IfMatch() version: number, @Body() body: ServiceChanges) {
    await this.services.change(id, version, body);
    return this.load(id);
  }

  private async load(id: string) {
    const service = await this.services.find(id);
    return new Versioned(service, service.version);
  }
}
