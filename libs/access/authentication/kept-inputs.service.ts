import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { AUTH_POOL, CONFIG, type Config, isId, newId } from '#libs/platform';
import { contentKey, seal, unseal } from './sealed-content.js';

const SESSION_LIFE = "interval '12 hours'";
const DRAFT_LIFE = "interval '7 days'";
const MOST_OF_A_KIND = 30;

/** Drafts outlive the session, so that what was typed is not lost when it ends; searches end with it. */
const DRAFTS = ['new child'] as const;
export type DraftKind = (typeof DRAFTS)[number];
export type KeptInputKind = 'search' | 'own families' | 'episode names' | DraftKind;

/** Who typed it: the account, the post, and the beginning of the session in milliseconds. */
export interface KeptInputOwner {
  readonly accountId: string;
  readonly postId: string;
  readonly beganAt: number;
}

/** For the job that deletes: over a row `k` of auth.kept_inputs. */
export const KEPT_INPUT_IS_OVER = `k.kept_at < now() - ${DRAFT_LIFE} or (k.began_at is not null and (
  k.kept_at < now() - ${SESSION_LIFE} or not exists (select from auth.sessions s
    where s.account_id = k.account_id and s.began_at = k.began_at and s.ended_because is null and s.expire > now())))`;

/**
 * What a person typed on one page for the next, out of the address. It opens only for the same person in the same post,
 * and a search only in the same session; for everyone else it is as if it did not exist.
 */
@Injectable()
export class KeptInputsService {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: Pool,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Keeps the input and returns its id. Of each kind, an account keeps the last thirty. */
  async keep(owner: KeptInputOwner, kind: KeptInputKind, input: object): Promise<string> {
    const id = newId();
    await this.pool.query(
      `with older as (select id from auth.kept_inputs where account_id = $2 and kind = $5 order by kept_at desc offset $7),
         gone as (delete from auth.kept_inputs where id in (select id from older))
       insert into auth.kept_inputs (id, account_id, post_id, began_at, kind, content, kept_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
      [
        id,
        owner.accountId,
        owner.postId,
        isDraft(kind) ? null : new Date(owner.beganAt),
        kind,
        this.seal(id, owner, input),
        MOST_OF_A_KIND - 1,
      ],
    );
    return id;
  }

  /** What was kept, for the person who typed it; null for everyone else, in another session, and when it is over. */
  async open<T extends object>(id: string, owner: KeptInputOwner, kind: KeptInputKind): Promise<T | null> {
    if (!isId(id)) return null;
    const { rows } = await this.pool.query<{ content: Buffer }>(
      `select content from auth.kept_inputs where ${MINE} and kept_at > now() - ${isDraft(kind) ? DRAFT_LIFE : SESSION_LIFE}`,
      this.mine(id, owner, kind),
    );
    const content = rows[0]?.content;
    return content ? this.opened<T>(id, owner, content) : null;
  }

  /** Replaces what was kept; does nothing where `open` would give null. */
  async replace(id: string, owner: KeptInputOwner, kind: KeptInputKind, input: object): Promise<void> {
    await this.pool.query(
      `update auth.kept_inputs set content = $6, kept_at = clock_timestamp() where ${MINE}`,
      [...this.mine(id, owner, kind), this.seal(id, owner, input)],
    );
  }

  async discard(id: string, owner: KeptInputOwner, kind: KeptInputKind): Promise<void> {
    await this.pool.query(`delete from auth.kept_inputs where ${MINE}`, this.mine(id, owner, kind));
  }

  /** The drafts of one kind, the last changed first. */
  async drafts<T extends object>(
    owner: KeptInputOwner,
    kind: DraftKind,
  ): Promise<{ id: string; input: T }[]> {
    const { rows } = await this.pool.query<{ id: string; content: Buffer }>(
      `select id, content from auth.kept_inputs where account_id = $1 and post_id = $2 and kind = $3
         and kept_at > now() - ${DRAFT_LIFE} order by kept_at desc`,
      [owner.accountId, owner.postId, kind],
    );
    return rows.flatMap(({ id, content }) => {
      const input = this.opened<T>(id, owner, content);
      return input ? [{ id, input }] : [];
    });
  }

  /** Deletes what was typed in one session: at sign-out. */
  async discardSession(accountId: string, beganAt: number): Promise<void> {
    await this.pool.query('delete from auth.kept_inputs where account_id = $1 and began_at = $2', [
      accountId,
      new Date(beganAt),
    ]);
  }

  private mine(id: string, owner: KeptInputOwner, kind: KeptInputKind): unknown[] {
    return [id, owner.accountId, owner.postId, isDraft(kind) ? null : new Date(owner.beganAt), kind];
  }

  private seal(id: string, { accountId }: KeptInputOwner, input: object): Buffer {
    return seal(Buffer.from(JSON.stringify(input)), this.keyOf(id), accountId);
  }

  private opened<T>(id: string, { accountId }: KeptInputOwner, content: Buffer): T | null {
    const text = unseal(content, this.keyOf(id), accountId);
    return text === null ? null : (JSON.parse(text) as T);
  }

  private keyOf(id: string): Buffer {
    return contentKey(this.config.secret, 'kept inputs', id);
  }
}

const MINE = `id = $1 and account_id = $2 and post_id = $3
  and began_at is not distinct from $4::timestamptz and kind = $5`;

const isDraft = (kind: KeptInputKind): boolean => (DRAFTS as readonly string[]).includes(kind);
