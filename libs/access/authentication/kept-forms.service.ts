import { createHash, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, CONFIG, type Config, deriveKey, newId } from '#libs/platform';
import { seal, unseal } from './sealed-content.js';

const MAX_BYTES = 500_000;
const PER_ACCOUNT = 3;
const LIFE = "interval '1 hour'";

/** A form that was sent after its session had ended: its address, the page that it was on, and what was typed. */
export interface KeptForm {
  readonly path: string;
  readonly from: string;
  readonly fields: Readonly<Record<string, string | string[]>>;
}

/**
 * Forms kept for an hour until their author signs in again. Each is encrypted with a key that only the author's browser
 * has and with one of the installation: neither the database nor another person at the same computer can read it.
 */
@Injectable()
export class KeptFormsService {
  private readonly salt: Buffer;

  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    @Inject(CONFIG) config: Config,
  ) {
    this.salt = deriveKey(config.secret, 'kept forms');
  }

  /** Keeps the form and returns its id, or null if it is too large. An account keeps its last three. */
  async keep(accountId: string, key: Buffer, form: KeptForm): Promise<string | null> {
    const plain = Buffer.from(JSON.stringify(form));
    if (plain.length > MAX_BYTES) return null;
    const id = newId();
    const sealed = seal(plain, this.keyOf(key, id), accountId);
    await this.pool.query(
      `with older as (select id from auth.kept_forms where account_id = $2 order by kept_at desc offset $5),
         gone as (delete from auth.kept_forms where id in (select id from older))
       insert into auth.kept_forms (id, account_id, holder, content, kept_at)
       select $1, a.id, $3, $4, clock_timestamp() from auth.accounts a where a.id = $2`,
      [id, accountId, holderOf(key), sealed, PER_ACCOUNT - 1],
    );
    return id;
  }

  /** The form, for its author in the browser that it was typed in; null for everyone else, and after an hour. */
  async open(id: string, accountId: string, key: Buffer): Promise<KeptForm | null> {
    const { rows } = await this.pool.query<{ content: Buffer }>(
      `select content from auth.kept_forms
       where id = $1 and account_id = $2 and holder = $3 and kept_at > now() - ${LIFE}`,
      [id, accountId, holderOf(key)],
    );
    const sealed = rows[0]?.content;
    if (!sealed) return null;
    const text = unseal(sealed, this.keyOf(key, id), accountId);
    return text === null ? null : (JSON.parse(text) as KeptForm);
  }

  /** Deletes what this browser kept: at sign-out, and when another person signs in. */
  async discard(key: Buffer): Promise<void> {
    await this.pool.query('delete from auth.kept_forms where holder = $1', [holderOf(key)]);
  }

  private keyOf(key: Buffer, id: string): Buffer {
    return Buffer.from(hkdfSync('sha256', key, this.salt, id, 32));
  }
}

const holderOf = (key: Buffer): Buffer => createHash('sha256').update(key).digest();
