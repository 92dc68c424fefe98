import { Controller, Get, Inject, Logger, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Pool } from 'pg';
import { Open } from '#libs/access';
import { clockDifference, clocksApart, DOOR_POOL } from '#libs/platform';

/** Live: the process answers. Ready: the database does too, and its clock agrees. Strangers learn nothing more. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  private readonly log = new Logger('Health');

  constructor(@Inject(DOOR_POOL) private readonly door: Pool) {}

  @Get('live')
  @Open()
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open()
  async ready(@Res({ passthrough: true }) response: Response) {
    const reason = await this.whyNot();
    if (!reason) return { status: 'ok' };
    response.status(503).setHeader('Retry-After', '5');
    return { status: 'unavailable', reason };
  }

  private async whyNot(): Promise<'clock' | 'database' | null> {
    try {
      const apart = clocksApart(await clockDifference((sql) => this.door.query<{ at: Date }>(sql)));
      if (apart) this.log.error(apart);
      return apart ? 'clock' : null;
    } catch (error) {
      this.log.error(error instanceof Error ? error.message : String(error));
      return 'database';
    }
  }
}
