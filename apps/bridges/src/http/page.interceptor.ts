import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { concatMap, type Observable } from 'rxjs';
import { Page, Redirect } from './page.js';
import { PageRenderer } from './page-renderer.js';
import type { BridgesRequest } from './request.js';
import { keepSession } from './session.js';

/** Outermost: a page is rendered, or a redirect sent, only after the transaction has committed. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<BridgesRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(concatMap((answer) => this.send(answer, request, response)));
  }

  private async send(answer: unknown, request: BridgesRequest, response: Response): Promise<unknown> {
    if (answer instanceof Page) {
      response.status(answer.status).type('html');
      return this.renderer.render(request, answer.view, answer.data);
    }
    if (answer instanceof Redirect) {
      if (answer.flash) request.session.flash = answer.flash;
      await keepSession(request);
      response.status(303).location(answer.url);
      return '';
    }
    return answer;
  }
}
