import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, invalidField, ProblemError } from '#libs/platform';
import { lengthOf } from '#libs/terms';
import { isOutdated, PasswordHashing } from './password-hashing.js';
import { MAX_PASSWORD_LENGTH, passwordError } from './password.rules.js';
import { MAX_USERNAME_LENGTH, toUsername } from './username.js';

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly practitionerId: string;
  /** Names the state of password and second step that the account was read with; null if they never changed. */
  readonly credentials: string | null;
}

/** A sign-in that counts. */
export interface RecordedSignIn {
  /** By the clock of the database: a change of credentials from now on is later. */
  readonly at: Date;
  /** The sign-in before; null for the first. */
  readonly before: Date | null;
}

interface Row {
  id: string;
  username: string;
  practitioner_id: string;
  password_hash: string | null;
  credentials: string | null;
  /** The public password of a demonstration's people has nothing to protect. */
  is_public: boolean;
}

/** Sign-in accounts. An account is not a practitioner: a practitioner is a person with posts. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    private readonly hashing: PasswordHashing,
  ) {}

  /**
   * The account, or null. An unknown name, a suspended account and a wrong password cost the same work, so timing does
   * not tell them apart. A password stored with earlier parameters is stored anew.
   */
  async check(typed: string, password: string, source: string): Promise<Account | null> {
    const row = await this.byUsername(toUsername(typed));
    const isCorrect = await this.hashing.verify(row?.password_hash ?? null, password, source);
    if (!row || !isCorrect) return null;
    if (!row.is_public && isOutdated(row.password_hash!)) await this.renewHash(row, password, source);
    return toAccount(row);
  }

  /**
   * Notes that the account was used. Null if it was suspended, or its password or second step changed, since the account
   * was read: a sign-in that was under way meanwhile does not count.
   */
  async recordSignIn({ id, credentials }: Account): Promise<RecordedSignIn | null> {
    const { rows } = await this.pool.query<RecordedSignIn>(
      `update auth.accounts a set last_signed_in_at = clock_timestamp() from auth.accounts before
       where a.id = $1 and before.id = a.id and a.suspended_at is null
         and ${credentialsOf('a')} is not distinct from $2
       returning a.last_signed_in_at as at, before.last_signed_in_at as before`,
      [id, credentials],
    );
    return rows[0] ?? null;
  }

  /** The account of a signed-in person. */
  async ofPractitioner(practitionerId: string): Promise<Account> {
    const row = await this.byPractitioner(practitionerId);
    if (!row) throw new ProblemError(401, 'Sign in to continue.');
    return toAccount(row);
  }

  /** The account as it was read before; null if it was suspended, or its password or second step changed. */
  async unchanged(accountId: string, credentials: string | null): Promise<Account | null> {
    const { rows } = await this.pool.query<Row>(
      `${ACCOUNT} and id = $1 and ${credentialsOf('accounts')} is not distinct from $2`,
      [accountId, credentials],
    );
    return rows[0] ? toAccount(rows[0]) : null;
  }

  /** Throws 422 beside `field` unless this is the password of the signed-in person. */
  async assertPassword(practitionerId: string, typed: string, field: string, source: string): Promise<void> {
    const row = await this.byPractitioner(practitionerId);
    const known = lengthOf(typed) <= MAX_PASSWORD_LENGTH ? typed : '';
    if (!row || !(await this.hashing.verify(row.password_hash, known, source)))
      throw invalidField(field, 'Enter your current password');
  }

  /** Throws 422 beside the field when this password is too short, common, or built on what others know of the person. */
  async validatePassword(of: Pick<Account, 'username' | 'practitionerId'>, wanted: string): Promise<void> {
    const error = await passwordError(wanted, [of.username, ...(await this.wordsAbout(of.practitionerId))]);
    if (error) throw invalidField('password', error);
  }

  /**
   * Stores a valid password; every session, token and open link begun before is dead. Throws 401 when the account was
   * suspended or its credentials changed since it was read: one that has got single sign-on meanwhile has no password.
   */
  async setPassword({ id, credentials }: Account, wanted: string, source: string): Promise<void> {
    const made = await this.hashing.make(wanted, source);
    const { rowCount } = await this.pool.query(SET_PASSWORD, [id, made, credentials]);
    if (!rowCount) throw new ProblemError(401, 'Sign in to continue.');
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

  /** Only in place of the hash that was checked: the password may have changed meanwhile. */
  private async renewHash(row: Row, password: string, source: string): Promise<void> {
    await this.pool.query(
      'update auth.accounts set password_hash = $2 where id = $1 and password_hash = $3',
      [row.id, await this.hashing.make(password, source), row.password_hash],
    );
  }
}

/** SQL for the name of the state that an account's credentials are in. */
export const credentialsOf = (table: string): string =>
  `extract(epoch from ${table}.credentials_changed_at)::text`;

const ACCOUNT = `select id, username, practitioner_id, password_hash, ${credentialsOf('accounts')} as credentials, demo_sentence is not null as is_public
  from auth.accounts where suspended_at is null`;

/** One statement: there is no moment with the new password and the old sessions. */
const SET_PASSWORD = `
  with changed as (
    update auth.accounts a set password_hash = $2, credentials_changed_at = clock_timestamp()
    where a.id = $1 and a.suspended_at is null and ${credentialsOf('a')} is not distinct from $3 returning a.id),
  links as (delete from auth.password_resets r using changed where r.account_id = changed.id and r.used_at is null)
  select id from changed`;

const toAccount = ({ id, username, practitioner_id, credentials }: Row): Account => ({
  id,
  username,
  practitionerId: practitioner_id,
  credentials,
});
