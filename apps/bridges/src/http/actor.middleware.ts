import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Response } from 'express';
import { ActorsService, ServiceTokensService, SessionsService, TokensService } from '#libs/access';
import { forbidden, Gate, RetryLaterProblem } from '#libs/platform';
import { type BridgesRequest, type HeldUser, isApi, isScim } from './request.js';

/**
 * Limits one person's concurrent requests so that they cannot delay others; one page with its assets stays below the
 * limit.
 */
const OF_ONE_PERSON = { inside: 8, waiting: 24, waitMs: 5_000 };
const READS = new Set(['GET', 'HEAD']);
const ONLY_READS = 'This token can only read. Create one that can read and write.';
const HEALTH = /^\/health\//;

/**
 * Identifies the actor: by bearer token in the API, by session on pages; a system of an agency by its service token.
 * This is the only look-up outside the unit of work. Then queues the request per person or system, or per address if
 * there is neither.
 */
@Injectable()
export class ActorMiddleware implements NestMiddleware {
  private readonly gate = new Gate(OF_ONE_PERSON);

  constructor(
    private readonly actors: ActorsService,
    private readonly tokens: TokensService,
    private readonly serviceTokens: ServiceTokensService,
    private readonly sessions: SessionsService,
  ) {}

  async use(request: BridgesRequest, response: Response, next: NextFunction): Promise<void> {
    if (HEALTH.test(request.originalUrl)) return next();
    if (isScim(request)) return this.useAsService(request, response, next);
    const actor = isApi(request) ? await this.byBearer(request) : await this.bySession(request);
    if (actor) request.actor = actor;
    if (request.token?.scope === 'read' && !READS.has(request.method)) return next(forbidden(ONLY_READS));
    await this.inTurn(actor?.practitionerId ?? null, request, response, next);
  }

  private async useAsService(request: BridgesRequest, response: Response, next: NextFunction): Promise<void> {
    const token = bearerOf(request);
    const service = token ? await this.serviceTokens.use(token) : null;
    if (service) request.service = service;
    await this.inTurn(service?.tokenId ?? null, request, response, next);
  }

  /** A request whose client disconnects while it waits is never started. */
  private async inTurn(
    caller: string | null,
    request: BridgesRequest,
    response: Response,
    next: NextFunction,
  ): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const key = caller ?? `address ${request.ip}`;
    const leave = await this.gate.enter(key, gone.signal);
    if (gone.signal.aborted || request.socket.destroyed) return leave?.();
    if (!leave)
      return next(
        new RetryLaterProblem(429, 'You have made too many requests. Wait a moment and try again.', 5),
      );
    response.once('close', leave);
    next();
  }

  private async byBearer(request: BridgesRequest) {
    const token = bearerOf(request);
    if (!token) return null;
    request.bearer = token;
    const use = await this.tokens.use(token);
    if (use) request.token = use;
    return use?.actor ?? null;
  }

  private async bySession(request: BridgesRequest) {
    const held = request.user as HeldUser | undefined;
    if (!held) return null;
    const { startedAt, publicId } = request.session;
    const actor = await this.actors.inPost(held.postId, held.accountId, new Date(startedAt ?? 0));
    if (actor) return actor;
    // Suspended, left, out of post, or with a new password: the session is over, not only this request.
    if (publicId) await this.sessions.end(held.accountId, publicId, 'account');
    await new Promise<void>((resolve, reject) =>
      request.session.regenerate((error: unknown) => (error ? reject(error as Error) : resolve())),
    );
    delete request.user;
    return null;
  }
}

const bearerOf = ({ headers }: BridgesRequest): string | undefined =>
  /^Bearer ([\w-]{20,100})$/i.exec(headers.authorization ?? '')?.[1];
