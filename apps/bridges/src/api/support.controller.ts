import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { SupportService } from '#libs/directory';
import { Created } from '../http/versioned.js';
import { Id } from './fields.js';

class SupporterBody {
  @Id() supporterId: string;
}

@ApiTags('business support')
@Controller('api/v1/support')
export class SupportApiController {
  constructor(private readonly support: SupportService) {}

  /** Current nominations: the support that the reader named, and the practitioners who named the reader. */
  @ApiOperation({ summary: 'List my business support' })
  @Get()
  @Allow('directory.read')
  async list() {
    return { items: await this.support.mine(), next: null };
  }

  @ApiOperation({ summary: 'Name a colleague as my business support' })
  @Post()
  @Allow('support.name')
  async name(@Body() { supporterId }: SupporterBody) {
    return new Created(await this.support.name(supporterId), '/api/v1/support');
  }

  @ApiOperation({ summary: 'End business support' })
  @Post(':id/ending')
  @Allow('directory.read')
  @HttpCode(200)
  end(@Param('id') id: string) {
    return this.support.end(id);
  }
}
