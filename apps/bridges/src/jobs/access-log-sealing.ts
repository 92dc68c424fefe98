import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { HeadsFile, logKey, LogSealer } from '#libs/oversight/access-log';
import { type Config } from '#libs/platform';
import { quietPool } from './quiet-pool.js';

const WRITE_OUT_EVERY_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Seals the access log and writes the heads to this program's folder: every minute, including heads that another
 * program sealed, and once more at shutdown.
 */
export class AccessLogSealing implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Access log');
  private readonly pool: Pool;
  private readonly sealer: LogSealer;
  private readonly heads: HeadsFile;
  private timer: NodeJS.Timeout | undefined;
  private lookedAtEverythingAt = -Infinity;

  constructor(url: string, config: Pick<Config, 'secret' | 'dataDir'>) {
    this.pool = quietPool(url, 1);
    const key = logKey(config.secret);
    this.sealer = new LogSealer(this.pool, key);
    this.heads = new HeadsFile(config.dataDir, key);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.reported(() => this.writeOut()), WRITE_OUT_EVERY_MS);
    this.timer.unref();
  }

  /** All requests have been answered by now, so their entries are sealed as well. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.reported(() => this.seal());
    await this.close();
  }

  /** Seals new entries and writes the heads; returns the number of entries. Once a day every entry is verified. */
  async seal(): Promise<number> {
    const everything = Date.now() - this.lookedAtEverythingAt >= DAY_MS;
    const sealed = await this.sealer.seal({ everything });
    if (everything) this.lookedAtEverythingAt = Date.now();
    await this.writeOut();
    return sealed;
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private writeOut(): Promise<void> {
    return this.heads.writeOut(this.sealer);
  }

  private async reported(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error('The access log could not be sealed', { error });
    }
  }
}
