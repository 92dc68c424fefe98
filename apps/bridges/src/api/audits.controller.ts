import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, audit } from '#libs/access';
import { AuditsService, MAX_SAMPLE_SIZE } from '#libs/oversight/audits';
import { Created } from '../http/versioned.js';
import { Id, Integer, IsoDate, LongText, NullableInteger } from './fields.js';

class AuditBody {
  @Id() auditorId: string;
  @LongText(1000) question: string;
  @Integer(1, MAX_SAMPLE_SIZE) most: number;
  @NullableInteger(1, 4) level?: number | null;
  @IsoDate() endsOn: string;
}

@ApiTags('audits')
@Controller('api/v1/audits')
export class AuditsApiController {
  constructor(private readonly audits: AuditsService) {}

  @ApiOperation({ summary: 'List case audits' })
  @Get()
  @Allow('audit.read')
  async list() {
    const items = await this.audits.audits();
    await audit('read audits', 'audit', {});
    return { items, next: null };
  }

  /** Draws a random sample of episodes, once; the episodes cannot be chosen. */
  @ApiOperation({ summary: 'Commission a case audit' })
  @Post()
  @Allow('audit.commission')
  async commission(@Body() body: AuditBody) {
    return new Created({ id: await this.audits.commission(body) }, '/api/v1/audits');
  }

  @ApiOperation({ summary: 'End a case audit' })
  @Post(':id/ending')
  @Allow('audit.commission')
  @HttpCode(200)
  async end(@Param('id') id: string) {
    await this.audits.end(id);
    return { id, ended: true };
  }
}
