import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import pg, { type Pool } from 'pg';
import type { EntitySchema } from 'typeorm';
import { ClockMoves } from './clock-moves.js';
import type { Config } from './config.js';
import { NamedClient } from './database/named-client.js';
import { Demonstration } from './demonstration.js';
import { holdingBack } from './held-back.js';
import { SnakeCaseNames } from './naming.js';
import { deriveKey } from './secrets.js';
import { CLAIM_KEY, CONFIG, AUTH_POOL } from './tokens.js';
import { UnitOfWork } from './unit-of-work.js';

interface PlatformOptions {
  readonly config: Config;
  readonly appUrl: string;
  readonly authUrl: string;
  readonly poolSize?: number;
  readonly entities: readonly (Function | EntitySchema)[];
}

/** How long a request waits for a connection before it is told to try again. */
const CONNECTION_TIMEOUT_MS = 5_000;

/** Postgres gives dates of practice as 'YYYY-MM-DD' text: a Date would drift across midnight in summer. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

@Injectable()
class AuthPoolCloser implements OnApplicationShutdown {
  constructor(@Inject(AUTH_POOL) private readonly auth: Pool) {}
  async onApplicationShutdown(): Promise<void> {
    await this.auth.end();
  }
}

/** Configuration, the two connection pools (cases; authentication) and the unit of work. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot({ config, appUrl, authUrl, poolSize = 20, entities }: PlatformOptions): DynamicModule {
    const auth = holdingBack(
      new pg.Pool({
        connectionString: authUrl,
        Client: NamedClient,
        max: Math.max(4, poolSize / 2),
        connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
      }),
    );
    auth.on('error', () => undefined);
    return {
      module: PlatformModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: appUrl,
          entities: [...entities],
          namingStrategy: new SnakeCaseNames(),
          synchronize: false,
          poolSize,
          logging: false,
          extra: {
            Client: NamedClient,
            // The start of a transaction and the actor's claim go in one round trip.
            pipeline: true,
            statement_timeout: 30_000,
            idle_in_transaction_session_timeout: 60_000,
            connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
          },
        }),
      ],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: CLAIM_KEY, useValue: deriveKey(config.secret, 'claim') },
        { provide: AUTH_POOL, useValue: auth },
        AuthPoolCloser,
        Demonstration,
        UnitOfWork,
        ClockMoves,
      ],
      exports: [CONFIG, CLAIM_KEY, AUTH_POOL, Demonstration, UnitOfWork, ClockMoves],
    };
  }
}
