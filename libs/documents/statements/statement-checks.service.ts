import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { actor, db, invalidField, newId, now, query } from '#libs/platform';
import type { DocumentLanguage } from '../languages.js';
import { wordingOf } from './statements.js';

export interface StatementCheck {
  readonly language: DocumentLanguage;
  readonly translator: string;
  readonly qualification: string;
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
}

/** Which languages of the fixed statements a qualified translator has checked, word for word as they are now. */
@Injectable()
export class StatementChecksService {
  /** The checks that count for the present wording. */
  async current(): Promise<StatementCheck[]> {
    const checks = await query<StatementCheck & { wording: string }>(
      `select c.language, c.wording, c.translator, c.qualification, c.recorded_at, p.name as recorded_by
       from statement_checks c left join practitioners p on p.id = c.recorded_by`,
    );
    return checks.filter(({ language, wording }) => wording === wordingOf(language));
  }

  async isChecked(language: DocumentLanguage): Promise<boolean> {
    return language === 'en' || (await this.current()).some((check) => check.language === language);
  }

  /** Records a check of the present wording; 422 when it is recorded already. */
  async record(language: DocumentLanguage, translator: string, qualification: string): Promise<void> {
    if (await this.isChecked(language))
      throw invalidField('language', 'A check of this language has already been recorded');
    await db().query(
      `insert into statement_checks (id, language, wording, translator, qualification, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), language, wordingOf(language), translator, qualification, actor().practitionerId, now()],
    );
    await audit('check statements', 'statements', { detail: { language } });
  }
}
