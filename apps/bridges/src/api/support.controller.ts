import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow } from '#libs/access';
import { SupportService } from '#libs/directory';
import { Created } from '../http/versioned.js';
import { Id } from './fields.js';

export class SupporterBody {
  @Id() supporterId: string;
}

@ApiTags('business support')
@Controller('api/v1/support')
export class SupportApiController {
  constructor(private readonly support: SupportService) {}

  /** Whom one has named, and by whom one is named, now. */
  @Get()
  @Allow('directory.read')
  async list() {
    return { items: await this.support.mine(), next: null };
  }

  @Post()
  @Allow('support.name')
  async name(@Body() { supporterId }: SupporterBody) {
    return new Created(await this.support.name(supporterId), '/api/v1/support');
  }

  @Post(':id/ending')
  @Allow('directory.read')
  @HttpCode(200)
  end(@Param('id') id: string) {
    return this.support.end(id);
  }
}
