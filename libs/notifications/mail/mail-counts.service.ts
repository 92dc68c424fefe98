import { Inject, Injectable } from '@nestjs/common';
import { type Config, CONFIG, query } from '#libs/platform';
import type { MAIL_REASONS, MAIL_STATES } from '#libs/terms';

export interface MailCount {
  readonly state: keyof typeof MAIL_STATES;
  readonly kind: string;
  readonly reason: keyof typeof MAIL_REASONS | null;
  readonly count: number;
  readonly oldest: Date;
  readonly latest: Date;
}

/** The outbox in numbers, for the system administrator. */
@Injectable()
export class MailCountsService {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get driver(): Config['mail']['driver'] {
    return this.config.mail.driver;
  }

  counts(): Promise<MailCount[]> {
    return query('select * from access.mail_counts()');
  }
}
