import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { concatMap, from, type Observable } from 'rxjs';
import { db } from '#libs/platform';
import type { BridgesRequest } from '../../apps/bridges/src/http/request.js';
import { bySize } from './size.js';

/** Tables that any GET may write: the access log, and the reader's last visit to an episode. */
const WRITTEN_BY_READING = /^(audit\.entries|public\.episode_visits)$/;

/** What a GET of one route may write besides, and why. */
const WRITTEN_BESIDES: Readonly<Record<string, RegExp>> = {
  // Searches are counted, so that probing is limited and noticed.
  '/children': /^public\.(index_searches|access_concerns|messages|mails|mail_messages)$/,
  // Shows who would lose sight of what: the withdrawal is tried in a savepoint and always rolled back.
  '/consents/:id/withdrawal': /^(public\.consent_withdrawals|access\.\w+)$/,
};

/**
 * Innermost interceptor of the test programs, on in the full run and where a test turns it on: fails a GET whose transaction wrote to a table that reading should leave
 * alone. Postgres counts the writes, so those of functions and triggers are seen too.
 */
export class ReadOnlyGets implements NestInterceptor {
  static isOn = bySize(false, true);

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<BridgesRequest>();
    if (!ReadOnlyGets.isOn || !request.actor || !['GET', 'HEAD'].includes(request.method))
      return next.handle();
    const route = String((request.route as { path: string }).path).replace(/^\/api\/v1/, '');
    return from(writes()).pipe(
      concatMap((before) =>
        next.handle().pipe(
          concatMap(async (answer) => {
            assertAllowed(route, before, await writes());
            return answer;
          }),
        ),
      ),
    );
  }
}

type Writes = ReadonlyMap<string, number>;

function assertAllowed(route: string, before: Writes, after: Writes): void {
  const unexpected = [...after]
    .filter(([table, count]) => count !== before.get(table) && !WRITTEN_BY_READING.test(table))
    .map(([table]) => table)
    .filter((table) => !WRITTEN_BESIDES[route]?.test(table));
  if (unexpected.length > 0) throw new Error(`GET ${route} wrote to ${unexpected.sort().join(', ')}`);
}

/** Rows written on this connection and not yet reported to the statistics: of this transaction, and perhaps of earlier ones. */
async function writes(): Promise<Writes> {
  const rows = (await db().query(WRITES)) as { name: string; count: string }[];
  return new Map(rows.map(({ name, count }) => [name, Number(count)]));
}

/** Has Postgres count them: a statement of the test, not of the page. */
export const WRITES = `
  select n.nspname || '.' || c.relname as name, w.count
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (select pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
    + pg_stat_get_xact_tuples_deleted(c.oid) as count) w
  where c.relkind = 'r' and c.oid >= 16384 and w.count > 0`;
