import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import pg, { type Pool } from 'pg';
import { HeadsFile, logKey, LogSealer } from '#libs/oversight/access-log';
import { CONFIG, type Config } from '#libs/platform';

export const SEALER_URL = Symbol('SEALER_URL');
const EVERY_MS = 60_000;
/** Once a day every entry is looked at, not only those since the last time. */
const ROUNDS_A_DAY = 24 * 60;

/** Seals the access log every minute and once more at the end, and writes the heads out. */
@Injectable()
export class SealLogJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Access log');
  private readonly pool: Pool;
  private readonly sealer: LogSealer;
  private readonly heads: HeadsFile;
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();
  private rounds = 0;

  constructor(@Inject(SEALER_URL) url: string, @Inject(CONFIG) config: Config) {
    this.pool = new pg.Pool({ connectionString: url, max: 1 });
    this.pool.on('error', () => undefined);
    const key = logKey(config.secret);
    this.sealer = new LogSealer(this.pool, key);
    this.heads = new HeadsFile(config.dataDir, key);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.round(), EVERY_MS);
    this.timer.unref();
    void this.round();
  }

  /** The requests in hand have been answered by now: what they wrote is sealed as well. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.round();
    await this.pool.end();
  }

  /** One round after the other; one that fails is told, and the next tries again. */
  round(): Promise<void> {
    this.running = this.running.then(() => this.sealAndWriteOut());
    return this.running;
  }

  private async sealAndWriteOut(): Promise<void> {
    try {
      await this.sealer.seal({ everything: this.rounds++ % ROUNDS_A_DAY === 0 });
      await this.heads.writeOut(this.sealer);
    } catch (error) {
      this.log.error('The access log could not be sealed', { fault: error });
    }
  }
}
