import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';
import { mayEver } from '#libs/access';
import { type FieldError, ProblemError, RetryLaterProblem } from '#libs/platform';
import { toProblem } from './database-problems.js';
import { KeptForms } from './kept-forms.js';
import { PageRenderer } from './page-renderer.js';
import { RejectedRequests } from './rejected-requests.js';
import { isScimError, scimStatus, SCIM_TYPE, toScimProblem } from './scim-answer.js';
import { type BridgesRequest, isApi, isScim, pageOf } from './request.js';

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A problem in the API: RFC 9457, with the invalid fields if there are any. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The X-Request-Id of this answer, to find it in the program's log. */
  readonly instance?: string;
  readonly errors?: readonly FieldError[];
  /** The current state, if the request was based on an outdated version. */
  readonly current?: Readonly<Record<string, unknown>> | null;
}

interface Answer {
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  readonly current?: unknown;
  readonly retryAfter?: number;
}

/**
 * The one place where an exception becomes an answer: a page, or problem+json. Never reveals a stack, SQL or a name.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  constructor(
    private readonly renderer: PageRenderer,
    private readonly rejectedRequests: RejectedRequests,
    private readonly keptForms: KeptForms,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<BridgesRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const answer = this.answerTo(thrown, request);
    // A client that has disconnected gets no answer.
    if (response.headersSent || request.socket.destroyed) return;
    if (answer.retryAfter !== undefined) response.setHeader('Retry-After', String(answer.retryAfter));
    await this.rejectedRequests.keep(request, answer.status);
    try {
      if (isScim(request)) this.asScimProblem(answer, thrown, response);
      else if (isApi(request)) this.asProblem(answer, request, response);
      else await this.asPage(answer, request, response);
    } catch (error) {
      // Nest does not await a filter: an exception here would end the program.
      this.log.error('An answer could not be written', { requestId: request.requestId, error });
      if (!response.headersSent) response.status(500).end();
    }
  }

  private answerTo(thrown: unknown, request: BridgesRequest): Answer {
    const refusal = thrown instanceof ProblemError ? thrown : toProblem(thrown);
    if (refusal && refusal.status >= 500)
      this.log.warn('Not available', { requestId: request.requestId, reason: messageOf(thrown) });
    if (refusal)
      return {
        status: refusal.status,
        detail: refusal.message,
        errors: refusal.errors,
        current: refusal.current,
        ...(refusal instanceof RetryLaterProblem ? { retryAfter: refusal.afterSeconds } : {}),
      };
    if (isScimError(thrown) && thrown.status < 500) return { status: thrown.status, detail: thrown.message };
    const status = statusOf(thrown);
    if (status === 413) return { status, detail: 'What you sent is too large.' };
    if (status < 500)
      return {
        status,
        detail:
          status === 404
            ? 'This page does not exist, or you do not have access to it.'
            : 'Bridges could not understand this request.',
      };
    this.log.error('A request failed', { requestId: request.requestId, error: thrown });
    return { status: 500, detail: 'Something went wrong on our side. Nothing was saved.' };
  }

  private asProblem(
    { status, detail, errors, current }: Answer,
    request: BridgesRequest,
    response: Response,
  ): void {
    const problem: Problem = {
      type: 'about:blank',
      title: TITLES[status] ?? 'Error',
      status,
      detail,
      instance: `urn:uuid:${request.requestId}`,
      ...(errors?.length ? { errors } : {}),
      ...(current === undefined ? {} : { current: current as Problem['current'] }),
    };
    response.status(status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private asScimProblem(answer: Answer, thrown: unknown, response: Response): void {
    if (answer.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    const problem = toScimProblem(answer, thrown);
    response.status(scimStatus(answer.status)).type(SCIM_TYPE).send(JSON.stringify(problem));
  }

  /** After signing in the person returns to the page, or to the form with what they had typed. */
  private async toSignIn(request: BridgesRequest, response: Response): Promise<void> {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const next = isRead ? request.originalUrl : ((await this.keptForms.keep(request)) ?? pageOf(request));
    response.redirect(303, `/sign-in?next=${encodeURIComponent(next)}`);
  }

  private async asPage(
    { status, detail, errors }: Answer,
    request: BridgesRequest,
    response: Response,
  ): Promise<void> {
    if (status === 401) return this.toSignIn(request, response);
    const view = status === 404 ? 'errors/not-found.njk' : 'errors/refused.njk';
    response
      .status(status)
      .type('html')
      .send(
        this.renderer.render(request, view, {
          title: pageTitle(status),
          detail,
          errors,
          status,
          requestId: request.requestId,
          // Must not depend on whether the record exists: only the role and the requested address decide.
          mayAsk: request.actor ? mayEver(request.actor.role, 'access_question.ask') : false,
          backHref: pageOf(request),
        }),
      );
  }
}

function pageTitle(status: number): string {
  if (status === 404) return 'Page not available';
  if (status === 403) return 'You cannot do this';
  if (status === 409 || status === 412) return 'This could not be done';
  if (status === 429) return 'Too many attempts';
  if (status === 503) return 'Sorry, Bridges is unavailable';
  return status >= 500 ? 'Sorry, there is a problem with Bridges' : 'There is a problem';
}

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status =
    (thrown as { status?: unknown; statusCode?: unknown })?.status ??
    (thrown as { statusCode?: unknown })?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
