import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { now, UnitOfWork } from '#libs/platform';
import type { BridgesRequest } from './request.js';

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
        () => {
          request.moment = now();
          return lastValueFrom(next.handle());
        },
        { decides: !READS.has(request.method), requestId },
      ),
    );
  }
}
