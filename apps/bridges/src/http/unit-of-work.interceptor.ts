import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { isId, now, db, ProblemError, UnitOfWork } from '#libs/platform';
import type { BridgesRequest } from './request.js';
import { showAgain } from './shown-again.js';

/** From here on a claim may have expired during the request. */
const LONG_MS = 10_000;
const READS = new Set(['GET', 'HEAD']);

/** Runs every request of a signed-in practitioner, or of a system of an agency, in one transaction; requests that change data are serializable. */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<BridgesRequest>();
    if (!request.actor && request.isShownAgain) throw new ProblemError(401, 'Sign in to continue.');
    const who = request.actor ?? request.service;
    if (!who) return next.handle();
    const { requestId } = request;
    const reads = READS.has(request.method);
    const focus = reads ? this.focusOf(request) : undefined;
    return from(
      this.unitOfWork.run(
        who,
        async () => {
          if (request.socket.destroyed) throw new ProblemError(409, 'The client has gone.');
          request.moment = now();
          const began = Date.now();
          const handle = (): Promise<unknown> => lastValueFrom(next.handle());
          const answer: unknown = request.isShownAgain
            ? await showAgain(handle, { isTried: isVersionedDraft(request) })
            : await handle();
          // After the claim has expired, queries return no rows, so the answer would be wrongly empty.
          if (Date.now() - began > LONG_MS) await assertClaim();
          return answer;
        },
        { serializable: !reads, requestId, ...(focus ? { focus } : {}) },
      ),
    );
  }

  /**
   * Restricts access checks to the one episode of the page, so that the cost does not depend on how much the reader
   * reaches.
   */
  private focusOf(request: BridgesRequest): string[] | undefined {
    const id = /^\/(?:api\/v1\/)?episodes\/([0-9a-f-]{36})(?:\/|$)/.exec(request.path)?.[1];
    return id && isId(id) ? [id] : undefined;
  }
}

/** The record may have changed since the draft was begun: the form is shown with both texts. */
const isVersionedDraft = ({ draft, body }: BridgesRequest): boolean =>
  draft !== undefined && /^\d{1,9}$/.test(String((body as { version?: unknown }).version ?? ''));

const assertClaim = (): Promise<unknown> => db().query('select access.assert_claim()');
