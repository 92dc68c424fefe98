import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { DraftsService } from '#libs/access';
import { actor, db, now, query, StartOver } from '#libs/platform';
import { draftFieldOf, typedFields } from './draft-fields.js';
import { Drafts } from './drafts.js';
import { formIdOf } from './form-token.js';
import { Redirect } from './page.js';
import { type BridgesRequest, type Flash, isForPrograms } from './request.js';
import { mayBeShownAgain } from './shown-again.js';

interface Kept {
  readonly headers: { readonly location: string } | null;
  readonly body: Flash | null;
}

/**
 * A page form that is sent twice, by a second press or a repeated request, is carried out once: the second answer is that
 * of the first. A form that was carried out leaves no draft, in the same transaction.
 */
@Injectable()
export class SentOnceInterceptor implements NestInterceptor {
  constructor(
    private readonly drafts: Drafts,
    private readonly draftsService: DraftsService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<BridgesRequest>();
    if (isForPrograms(request) || !request.actor || request.isShownAgain) return next.handle();
    if (request.method === 'GET') return from(this.shown(request, next));
    // A draft that is saved again may say what it said before.
    return request.method === 'POST' && !isAboutDrafts(request)
      ? from(this.once(request, next))
      : next.handle();
  }

  private async shown(request: BridgesRequest, next: CallHandler): Promise<unknown> {
    const draft = await this.drafts.on(request);
    return draft ? new Redirect(draft) : lastValueFrom(next.handle(), { defaultValue: undefined });
  }

  private async once(request: BridgesRequest, next: CallHandler): Promise<unknown> {
    const key = keyOf(request);
    const kept = key && (await firstAnswer(key));
    if (kept) return new Redirect(kept.headers!.location, kept.body ?? undefined);
    const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    // Any other answer is the form again, or what a form only asks for.
    if (!(answer instanceof Redirect)) return answer;
    if (key) await keep(key, answer);
    const draft = draftFieldOf(request.body);
    if (draft) await this.draftsService.discard(draft.id);
    return answer;
  }
}

const isAboutDrafts = ({ path }: BridgesRequest): boolean => /^\/drafts(\/|$)/.test(path);

/** A save that was on its way when its form was sent may arrive so much later. */
const LATE_MS = 10_000;

/** Whether this copy of the form was sent to this address with this text, or so recently that a save may be a late one. */
export async function wasSent(request: BridgesRequest, address: string): Promise<'so' | 'just now' | null> {
  const key = keyOf(request, address);
  if (!key) return null;
  const since = new Date(now().getTime() - LATE_MS);
  const sent = await query<{ isSame: boolean }>(
    `select key = $2 as is_same from idempotent_answers
     where practitioner_id = $1 and (key = $2 or (starts_with(key, $3) and answered_at > $4))`,
    [actor().practitionerId, key, prefixOf(key), since],
  );
  if (sent.some(({ isSame }) => isSame)) return 'so';
  return sent.length > 0 ? 'just now' : null;
}

/** What all keys of one copy of a form begin with. */
const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf(' ') + 1);

/**
 * The answer of the first, if there is one. While the first is under way, waits for it and starts over, to see what it did:
 * otherwise the second would be told that its own record exists already.
 */
async function firstAnswer(key: string): Promise<Kept | null> {
  const [found] = await query<Kept & { isAlone: boolean }>(
    `select x.is_alone, a.headers, a.body from (select pg_try_advisory_xact_lock(hashtextextended($2, 0)) as is_alone) x
     left join idempotent_answers a on a.practitioner_id = $1 and a.key = $2`,
    [actor().practitionerId, key],
  );
  if (found!.isAlone) return found!.headers ? found! : null;
  await db().query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  throw new StartOver();
}

/**
 * The same copy of a form with the same text. A text that was changed since is another one: nothing typed is taken for a
 * repetition. Forms with a password act on more than the database.
 */
function keyOf(request: BridgesRequest, address = request.originalUrl): string | null {
  const formId = formIdOf(request);
  if (!formId || !mayBeShownAgain(request)) return null;
  const sent = JSON.stringify(typedFields(request.body));
  return `form ${formId} ${createHash('sha256').update(`${address}\n${sent}`).digest('hex')}`;
}

async function keep(key: string, { url, flash }: Redirect): Promise<void> {
  await db().query(
    `insert into idempotent_answers (practitioner_id, key, request_digest, status, body, headers, answered_at)
     values ($1, $2, '', 303, $3, $4, $5)`,
    [actor().practitionerId, key, JSON.stringify(flash ?? null), JSON.stringify({ location: url }), now()],
  );
}
