import { createHmac } from 'node:crypto';
import type { ApiClient } from '../support/api-client.js';
import type { Browser } from '../support/browser.js';
import { openTestApp, type TestApp as Running } from '../support/test-app.js';
import type { Instant } from './rule-book/calendar.js';
import type { Actor } from './rule-book/world.js';

/** The running system as the model tests drive it: by its API, its pages, and SQL under the runtime role. */
export class System {
  private readonly browsers = new Map<string, Browser>();

  /** Whether other sequences ran here before, whose families would also be counted. */
  holdsMore = false;

  private constructor(
    readonly running: Running,
    private readonly claimKey: Buffer,
    readonly authorityId: string,
    /** Whether contact details hidden by a shield are stored in separate rows. */
    readonly keepsContactsApart: boolean,
  ) {}

  static async open(): Promise<System> {
    const running = await openTestApp();
    const [signing] = await running.asOwner<{ key: Buffer }>('select key from access.signing_keys');
    const [authority] = await running.asOwner<{ id: string }>('select id from authorities');
    const [apart] = await running.asOwner<{ apart: boolean }>(
      "select to_regclass('public.child_contacts') is not null as apart",
    );
    return new System(running, signing!.key, authority!.id, apart!.apart);
  }

  close(): Promise<void> {
    return this.running.close();
  }

  api(actor: Actor): Promise<ApiClient> {
    return this.running.as(actor.key);
  }

  async pages(actor: Actor): Promise<Browser> {
    const known = this.browsers.get(actor.key);
    if (known) return known;
    const browser = await this.running.browse(actor.key);
    this.browsers.set(actor.key, browser);
    return browser;
  }

  /** SQL as this person acting in this post, under the role the program serves with. */
  sql<Row extends object = Record<string, unknown>>(
    actor: Actor,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    return this.running.sql<Row>(null, text, values, this.claimOf(actor));
  }

  /** The stored rows, as the owner sees them. */
  asOwner<Row extends object = Record<string, unknown>>(
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    return this.running.asOwner<Row>(text, values);
  }

  /** Sets the demo clock, which keeps running. */
  async moveClock(to: Instant): Promise<void> {
    await this.running.sql(null, 'select platform.move_clock($1)', [new Date(to).toISOString()]);
  }

  /** A person who left in one sequence is back for the next. */
  async bringBack(people: readonly string[]): Promise<void> {
    // Business support is assigned between people, not families: end the previous sequence's assignments.
    await this.asOwner('alter table support_namings disable trigger user');
    await this.asOwner('update support_namings set ended_at = named_at where ended_at is null');
    await this.asOwner('alter table support_namings enable trigger user');
    await this.asOwner('update practitioners set left_at = null where id = any($1) and left_at is not null', [
      people,
    ]);
    await this.asOwner(
      'update departures set undone_by = recorded_by, undone_at = left_at where practitioner_id = any($1) and undone_at is null',
      [people],
    );
    await this.asOwner(
      'update posts set ended_at = null, settled_at = null where practitioner_id = any($1) and ended_at is not null',
      [people],
    );
  }

  private claimOf({ person, agency, role, post }: Actor): string {
    const body = [person, agency, role, post, Math.floor(Date.now() / 1000) + 50].join('|');
    return `${body}|${createHmac('sha256', this.claimKey).update(body).digest('hex')}`;
  }
}
