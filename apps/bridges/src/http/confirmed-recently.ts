import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { concatMap, from, type Observable, of } from 'rxjs';
import { TokensService } from '#libs/access';
import { IdentityConfirmation, type OfferedProvider, type PasskeyAnswer } from '#libs/accounts';
import { CONFIG, type Config, type FieldError, ProblemError } from '#libs/platform';
import { BrowserSessions } from './browser-sessions.js';
import { CONFIRMATION_FIELDS } from './confirmation-field.js';
import { Page } from './page.js';
import { KeptForms } from './kept-forms.js';
import { putQuestion, takeAnswer } from './passkey-questions.js';
import { type BridgesRequest, isApi, pageOf } from './request.js';

export const CONFIRMED = 'bridges:confirmed recently';
/** For ten minutes after a person proved who they are. */
export const CONFIRMED_FOR_MS = 10 * 60_000;

/** Only for a person who proved who they are within the last minutes: a computer that was left unlocked is not enough. */
export const ConfirmedRecently = (): MethodDecorator => SetMetadata(CONFIRMED, true);

const { code: CODE, passkey: PASSKEY } = CONFIRMATION_FIELDS;
/** Where a page that was opened, not sent, is asked for again. */
const OPEN_PAGE = '/confirm-identity';

/**
 * Asks for password, code or passkey before a handler with @ConfirmedRecently. The page that asks carries what was typed, so that
 * one press confirms and does what was asked.
 */
@Injectable()
export class ConfirmationInterceptor implements NestInterceptor {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reflector: Reflector,
    private readonly identity: IdentityConfirmation,
    private readonly tokens: TokensService,
    private readonly sessions: BrowserSessions,
    private readonly forms: KeptForms,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const isNeeded = this.reflector.get<boolean | undefined>(CONFIRMED, context.getHandler());
    const request = context.switchToHttp().getRequest<BridgesRequest>();
    // A form that is shown again carries out nothing.
    if (!isNeeded || this.config.demo || !request.actor || request.isShownAgain) return next.handle();
    return from(isApi(request) ? this.assertToken(request) : this.ask(request)).pipe(
      concatMap((page) => (page ? of(page) : next.handle())),
    );
  }

  private async assertToken({ bearer }: BridgesRequest): Promise<null> {
    if (await this.tokens.wasConfirmed(bearer!, CONFIRMED_FOR_MS)) return null;
    throw new ProblemError(
      403,
      'Confirm that it is you: send your password or code to POST /api/v1/session/confirmation, then send this again with the token that it answers.',
    );
  }

  /** The page that asks, or null when nothing has to be asked. */
  private async ask(request: BridgesRequest): Promise<Page | null> {
    const { [CODE]: code, [PASSKEY]: passkey, ...body } = (request.body ?? {}) as Record<string, unknown>;
    request.body = body;
    const { confirmedAt = 0 } = request.session;
    if (Date.now() - confirmedAt < CONFIRMED_FOR_MS) return null;
    if (!passkey && code === undefined) return this.page(request, []);
    try {
      await this.assertIdentity(request, code, passkey);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 422) throw error;
      return this.page(request, error.errors);
    }
    await this.sessions.confirm(request);
    return null;
  }

  private async assertIdentity(request: BridgesRequest, code: unknown, passkey: unknown): Promise<void> {
    const { practitionerId } = request.actor!;
    if (!passkey)
      return this.identity.assertIdentity(practitionerId, textOf(code), CODE, request.ip ?? 'unknown');
    const answer = takeAnswer<PasskeyAnswer>(request, 'confirm', passkey, PASSKEY);
    await this.identity.assertPasskey(practitionerId, answer, PASSKEY);
  }

  private async page(request: BridgesRequest, errors: readonly FieldError[]): Promise<Page> {
    const isSent = request.method === 'POST';
    const { by, hasApp, question, provider } = await this.identity.means(request.actor!.practitionerId);
    const view = {
      title: 'Confirm it is you',
      action: isSent ? request.originalUrl : OPEN_PAGE,
      fields: isSent ? fieldsOf(request.body) : [{ name: 'to', value: request.originalUrl }],
      ...{ by, hasApp },
      passkeyOptions: question && putQuestion(request, 'confirm', question),
      provider: provider && (await this.wayTo(provider, request)),
      errors,
    };
    return new Page('sign-in/confirm-identity.njk', view, errors.length > 0 ? 422 : 200);
  }

  /** The link to the provider, from which the person comes back to what they typed. */
  private async wayTo({ id, name }: OfferedProvider, request: BridgesRequest) {
    const isSent = request.method === 'POST';
    const kept = isSent ? await this.forms.keep(request) : null;
    const next = isSent ? (kept ?? pageOf(request)) : request.originalUrl;
    const href = `/confirm-identity/with/${id}?next=${encodeURIComponent(next)}${isSent ? '&sent=yes' : ''}`;
    return { name, href, isSent, isKept: kept !== null };
  }
}

const textOf = (given: unknown): string => (typeof given === 'string' ? given : '');

const fieldsOf = (body: unknown): { name: string; value: string }[] =>
  Object.entries((body ?? {}) as Record<string, string | string[]>)
    .filter(([name]) => name !== '_csrf')
    .flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
