import { Controller, Get, Inject, Logger, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Pool } from 'pg';
import { Open } from '#libs/access';
import { clockDifference, describeClockDifference, AUTH_POOL } from '#libs/platform';
import { jobHealth } from '../jobs/job-health.js';
import { isMailDegraded, mailHealth } from '../jobs/mail-health.js';

/**
 * Liveness: the process answers. Readiness: the database answers too, and the clocks agree. Without a session the
 * answer reveals nothing more than when each job last succeeded.
 */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  private readonly log = new Logger('Health');

  constructor(@Inject(AUTH_POOL) private readonly auth: Pool) {}

  @Get('live')
  @Open()
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open()
  async ready(@Res({ passthrough: true }) response: Response) {
    const reason = await this.whyNot();
    const jobs = reason ? null : await this.jobs();
    if (jobs) return { status: 'ok', ...jobs };
    response.status(503).setHeader('Retry-After', '5');
    return { status: 'unavailable', reason: reason ?? 'database' };
  }

  /** A late or failing job is reported but does not make the program unready, because pages still work. */
  private async jobs() {
    const jobs = await jobHealth(this.auth).catch((error: unknown) => this.log.error(messageOf(error)));
    if (!jobs) return null;
    const mail = await mailHealth(this.auth);
    const degraded = [
      ...jobs.filter(({ isOverdue, failures }) => isOverdue || failures > 0).map(({ name }) => name),
      ...(isMailDegraded(mail) ? ['mail'] : []),
    ];
    return {
      ...(degraded.length > 0 ? { degraded } : {}),
      mail: { ...mail },
      jobs: jobs.map(({ name, lastSucceededAt, failures, isOverdue }) => ({
        ...{ name, lastSuccess: lastSucceededAt, failures, overdue: isOverdue },
      })),
    };
  }

  private async whyNot(): Promise<'clock' | 'database' | null> {
    try {
      const apart = describeClockDifference(
        await clockDifference((sql) => this.auth.query<{ at: Date }>(sql)),
      );
      if (apart) this.log.error(apart);
      return apart ? 'clock' : null;
    } catch (error) {
      this.log.error(messageOf(error));
      return 'database';
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
