import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, invalidField, ProblemError } from '#libs/platform';
import { AuthenticationLog } from './authentication-log.js';
import { isOutdated, PasswordHashing } from './password-hashing.js';
import { MAX_PASSWORD_LENGTH, passwordError } from './password.rules.js';
import { MAX_USERNAME_LENGTH, toUsername } from './username.js';

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly practitionerId: string;
}

interface Row {
  id: string;
  username: string;
  practitioner_id: string;
  password_hash: string | null;
  /** The public password of a demonstration's people has nothing to protect. */
  is_public: boolean;
}

/** Sign-in accounts. An account is not a practitioner: a practitioner is a person with posts. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly hashing: PasswordHashing,
    private readonly log: AuthenticationLog,
  ) {}

  /**
   * The account, or null. An unknown name, a suspended account and a wrong password cost the same work, so timing does
   * not tell them apart. A password stored with earlier parameters is stored anew.
   */
  async check(typed: string, password: string, source: string): Promise<Account | null> {
    const row = await this.byUsername(toUsername(typed));
    const isCorrect = await this.hashing.verify(row?.password_hash ?? null, password, source);
    if (!row || !isCorrect) return null;
    if (!row.is_public && isOutdated(row.password_hash!)) await this.store(row.id, password, source);
    return toAccount(row);
  }

  /** Notes that the account was used, and gives the time of the sign-in before. */
  async recordSignIn({ id }: Account): Promise<Date | null> {
    const { rows } = await this.pool.query<{ before: Date | null }>(
      `update auth.accounts a set last_signed_in_at = now() from auth.accounts before
       where a.id = $1 and before.id = a.id returning before.last_signed_in_at as before`,
      [id],
    );
    return rows[0]?.before ?? null;
  }

  /**
   * Changes the password of a signed-in person, who proves that they know the present one. Other sessions and tokens of
   * the account are dead from then on. Throws 422 beside the field.
   */
  async changePassword(
    practitionerId: string,
    { current, wanted }: { current: string; wanted: string },
    source: string,
  ): Promise<void> {
    const row = await this.assertPassword(practitionerId, current, 'currentPassword', source);
    if (current === wanted) throw invalidField('password', 'Enter a password you are not using now');
    await this.validatePassword(row, wanted);
    await this.setPassword(row.id, wanted, source);
    await this.log.record(row.practitioner_id, 'change password');
  }

  /** The account of a signed-in person. */
  async ofPractitioner(practitionerId: string): Promise<Account> {
    const row = await this.byPractitioner(practitionerId);
    if (!row) throw new ProblemError(401, 'Sign in to continue.');
    return toAccount(row);
  }

  /** The account, unless it was suspended or its password changed since this instant. */
  async unchangedSince(accountId: string, since: Date): Promise<Account | null> {
    const { rows } = await this.pool.query<Row>(
      `${ACCOUNT} and id = $1 and (credentials_changed_at is null or date_trunc('milliseconds', credentials_changed_at) <= $2)`,
      [accountId, since],
    );
    return rows[0] ? toAccount(rows[0]) : null;
  }

  /** Throws 422 beside `field` unless this is the password of the signed-in person. */
  async assertPassword(practitionerId: string, typed: string, field: string, source: string): Promise<Row> {
    const row = await this.byPractitioner(practitionerId);
    const known = typed.length <= MAX_PASSWORD_LENGTH ? typed : '';
    if (!row || !(await this.hashing.verify(row.password_hash, known, source)))
      throw invalidField(field, 'Enter your current password');
    return row;
  }

  /** Throws 422 beside the field when this password is too short, common, or built on what others know of the person. */
  async validatePassword(of: { username: string; practitioner_id: string }, wanted: string): Promise<void> {
    const error = await passwordError(wanted, [of.username, ...(await this.wordsAbout(of.practitioner_id))]);
    if (error) throw invalidField('password', error);
  }

  /** Stores a valid password; every session and token begun before is dead. */
  async setPassword(accountId: string, wanted: string, source: string): Promise<void> {
    await this.store(accountId, wanted, source);
    await this.pool.query('update auth.accounts set credentials_changed_at = now() where id = $1', [
      accountId,
    ]);
  }

  /** Texts that others know of a person: no password is built on them. */
  private async wordsAbout(practitionerId: string): Promise<string[]> {
    const { rows } = await this.pool.query<{ text: string }>(
      `select unnest(array[p.name, p.email, p.telephone]) as text from practitioners p where p.id = $1
       union select g.name from posts o join agencies g on g.id = o.agency_id where o.practitioner_id = $1`,
      [practitionerId],
    );
    return rows.flatMap(({ text }) => text ?? []);
  }

  private async byUsername(username: string): Promise<Row | undefined> {
    if (username.length > MAX_USERNAME_LENGTH) return undefined;
    const { rows } = await this.pool.query<Row>(`${ACCOUNT} and username = $1`, [username]);
    return rows[0];
  }

  private async byPractitioner(id: string): Promise<Row | undefined> {
    const { rows } = await this.pool.query<Row>(`${ACCOUNT} and practitioner_id = $1`, [id]);
    return rows[0];
  }

  private async store(id: string, password: string, source: string): Promise<void> {
    const made = await this.hashing.make(password, source);
    await this.pool.query('update auth.accounts set password_hash = $2 where id = $1', [id, made]);
  }
}

const ACCOUNT = `select id, username, practitioner_id, password_hash, demo_sentence is not null as is_public
  from auth.accounts where suspended_at is null`;

const toAccount = ({ id, username, practitioner_id }: Row): Account => ({
  id,
  username,
  practitionerId: practitioner_id,
});
