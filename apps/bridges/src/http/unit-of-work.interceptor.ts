import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { now, records, Refusal, UnitOfWork } from '#libs/platform';
import type { BridgesRequest } from './request.js';

/** From here on a claim may have ended while the request was in hand. */
const LONG_MS = 10_000;
const READS = new Set(['GET', 'HEAD']);

/** Every request of a signed-in practitioner is one transaction; those that decide something run serializable. */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<BridgesRequest>();
    if (!request.actor) return next.handle();
    const { actor, requestId } = request;
    return from(
      this.unitOfWork.run(
        actor,
        async () => {
          if (request.socket.destroyed) throw new Refusal(409, 'The client has gone.');
          await assertClaim();
          request.moment = now();
          const began = Date.now();
          const answer: unknown = await lastValueFrom(next.handle());
          // What was read after the claim had ended was empty.
          if (Date.now() - began > LONG_MS) await assertClaim();
          return answer;
        },
        { decides: !READS.has(request.method), requestId },
      ),
    );
  }
}

const assertClaim = (): Promise<unknown> => records().query('select access.assert_claim()');
