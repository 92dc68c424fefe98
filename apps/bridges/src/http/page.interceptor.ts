import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Response } from 'express';
import { catchError, concatMap, type Observable, of } from 'rxjs';
import { HeldBack, ProblemError } from '#libs/platform';
import { FileAnswer, Page, Redirect } from './page.js';
import { PageRenderer } from './page-renderer.js';
import { type BridgesRequest, pageOf } from './request.js';
import { keepSession } from './session.js';

const CHECK_AGAIN =
  'You were signed out before this was saved. What you typed is shown below. Check it and press the button again.';
const DO_AGAIN =
  'You were signed out before this was saved. Nothing has changed. Check the page and do it again.';

/** Outermost: a page is rendered, or a redirect sent, only after the transaction has committed. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<BridgesRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      catchError((error: unknown) => {
        // The form cannot take it any more: the person reads what they typed on a page of its own.
        if (request.draft && (error instanceof HeldBack || error instanceof ProblemError))
          return of(new Redirect(`/drafts/${request.draft.id}`));
        if (!(error instanceof HeldBack)) throw error;
        const flash = request.session.flash ?? { kind: 'info', text: DO_AGAIN };
        return of(new Redirect(request.shownAgainFrom ?? pageOf(request), flash));
      }),
      concatMap((answer) => this.send(answer, request, response)),
    );
  }

  private async send(answer: unknown, request: BridgesRequest, response: Response): Promise<unknown> {
    if (answer instanceof Page) {
      // A person who confirmed who they are comes back with a message of its own, and a draft has one on the page.
      if (request.isShownAgain && !request.draft)
        request.session.flash ??= { kind: 'info', text: CHECK_AGAIN };
      response.status(request.isShownAgain ? 200 : answer.status).type('html');
      const html = this.renderer.render(request, answer.view, answer.data);
      const isShown = !request.draft || html.includes(` value="${request.draft.id} `);
      return isShown ? html : this.send(new Redirect(`/drafts/${request.draft!.id}`), request, response);
    }
    if (answer instanceof Redirect) {
      if (answer.flash) request.session.flash = answer.flash;
      await keepSession(request);
      response.status(303).location(answer.url);
      return '';
    }
    if (answer instanceof FileAnswer) {
      const content = await answer.make();
      response.attachment(answer.name).type(answer.type);
      return new StreamableFile(content);
    }
    return answer;
  }
}
