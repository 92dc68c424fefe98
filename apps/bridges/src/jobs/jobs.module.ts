import { type DynamicModule, Module } from '@nestjs/common';
import { SealLogJob, SEALER_URL } from './seal-log.job.js';

/** What the program does of itself, with nobody asking. */
@Module({})
export class JobsModule {
  static forRoot(sealerUrl: string): DynamicModule {
    return {
      module: JobsModule,
      providers: [{ provide: SEALER_URL, useValue: sealerUrl }, SealLogJob],
    };
  }
}
