import { createHash } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { actor, conflict, invalidField, isId, now, db } from '#libs/platform';
import { type BridgesRequest, isApi } from './request.js';

interface Kept {
  request_digest: string;
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

export const ANSWER_NOT_KEPT = 'bridges:answer not kept';

/** The body or the answer holds a secret, of which no copy is kept: each request is a new one, whatever its key. */
export const AnswerNotKept = (): MethodDecorator => SetMetadata(ANSWER_NOT_KEPT, true);

/** The same key with the same body returns the first answer again; with another body it is rejected. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<BridgesRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || !isApi(request) || !request.actor || key === undefined)
      return next.handle();
    if (this.reflector.get<boolean | undefined>(ANSWER_NOT_KEPT, context.getHandler())) return next.handle();
    if (typeof key !== 'string' || key.length < 1 || key.length > 200)
      throw invalidField('Idempotency-Key', 'Idempotency-Key must be 1 to 200 characters');
    return from(this.once(key, request, context.switchToHttp().getResponse(), next));
  }

  private async once(
    key: string,
    request: BridgesRequest,
    response: Response,
    next: CallHandler,
  ): Promise<unknown> {
    const digest = createHash('sha256')
      .update(`${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    const [kept] = (await db().query(
      'select request_digest, status, body, headers from idempotent_answers where practitioner_id = $1 and key = $2',
      [actor().practitionerId, key],
    )) as Kept[];
    if (kept) return repeat(kept, digest, response);
    const body = await lastValueFrom(next.handle());
    // A practitioner who asks for emergency access may not reach the episode yet; the answer has no episode content.
    const episodeId =
      /\/episodes\/([0-9a-f-]{36})(?!\/emergency-access)/.exec(request.originalUrl)?.[1] ?? null;
    await db().query(
      `insert into idempotent_answers (practitioner_id, key, request_digest, status, body, headers, episode_id, answered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        actor().practitionerId,
        key,
        digest,
        response.statusCode,
        JSON.stringify(body ?? null),
        storedHeaders(response),
        isId(episodeId) ? episodeId : null,
        now(),
      ],
    );
    return body;
  }
}

function repeat(kept: Kept, digest: string, response: Response): unknown {
  if (kept.request_digest !== digest)
    throw conflict('This Idempotency-Key was used for something else. Use a new key for a new request.');
  response.status(kept.status);
  for (const [name, value] of Object.entries(kept.headers)) response.setHeader(name, value);
  return kept.body;
}

function storedHeaders(response: Response): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['location', 'etag']) {
    const value = response.getHeader(name);
    if (typeof value === 'string') kept[name] = value;
  }
  return kept;
}
