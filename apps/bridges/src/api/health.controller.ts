import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Pool } from 'pg';
import { Open } from '#libs/access';
import { DOOR_POOL } from '#libs/platform';

/** Live: the process answers. Ready: the database does too. Strangers learn nothing more. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(DOOR_POOL) private readonly door: Pool) {}

  @Get('live')
  @Open()
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open()
  async ready() {
    try {
      await this.door.query('select 1');
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException();
    }
  }
}
