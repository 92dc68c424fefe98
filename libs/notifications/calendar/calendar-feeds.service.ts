import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { IsNull } from 'typeorm';
import { audit } from '#libs/access';
import { baseUrl, actor, AUTH_POOL, type Config, CONFIG, db, newId, now } from '#libs/platform';
import { CalendarFeed } from './calendar-feed.entity.js';
import { calendarFeed, type DueDate, type MeetingTime } from './calendar-file.js';

interface Entry extends Omit<MeetingTime, 'startsAt'> {
  readonly kind: 'meeting' | DueDate['kind'];
  readonly startsAt: Date | null;
  readonly day: string | null;
}

/** Private calendar addresses: one for each practitioner, shown once, stored as a hash. */
@Injectable()
export class CalendarFeedsService {
  constructor(
    @Inject(AUTH_POOL) private readonly auth: Pool,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** When the signed-in practitioner's address was created; null without one. */
  async begunAt(): Promise<Date | null> {
    const feed = await db().findOneBy(CalendarFeed, mine());
    return feed?.begunAt ?? null;
  }

  /** Creates an address and ends the one before. Returns its path: the only time that it is known. */
  async create(): Promise<string> {
    await this.endCurrent();
    const secret = randomBytes(32).toString('base64url');
    const id = newId();
    const { practitionerId } = actor();
    await db().insert(CalendarFeed, {
      ...{ id, practitionerId, secretHash: digest(secret), begunAt: now(), endedAt: null },
    });
    await audit('create calendar address', 'practitioner', { subjectId: practitionerId });
    return `/calendar/${secret}.ics`;
  }

  /** Ends the address at once; does nothing without one. */
  async end(): Promise<void> {
    const { practitionerId } = actor();
    if (await this.endCurrent())
      await audit('end calendar address', 'practitioner', { subjectId: practitionerId });
  }

  /** The calendar at this address, or null if there is none (any more). Asked without a session. */
  async read(secret: string): Promise<string | null> {
    const hash = digest(secret);
    const owner = await this.auth.query<{ id: string | null }>('select access.calendar_owner($1) as id', [
      hash,
    ]);
    if (!owner.rows[0]!.id) return null;
    const { rows } = await this.auth.query<Entry>(ENTRIES, [hash]);
    const meetings = rows.filter(({ kind }) => kind === 'meeting') as MeetingTime[];
    const dates = rows.filter(({ kind }) => kind !== 'meeting') as unknown as DueDate[];
    return calendarFeed(meetings, dates, baseUrl(this.config));
  }

  private async endCurrent(): Promise<boolean> {
    const { affected } = await db().update(CalendarFeed, mine(), { endedAt: now() });
    return (affected ?? 0) > 0;
  }
}

const mine = () => ({ practitionerId: actor().practitionerId, endedAt: IsNull() });
const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const ENTRIES = `
  select kind, id, starts_at as "startsAt", ends_at as "endsAt", day, version, cancelled
  from access.calendar_of($1) order by coalesce(starts_at, day::timestamptz), id`;
