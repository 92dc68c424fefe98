import { Inject, Injectable } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { KeptFormsService } from '#libs/access';
import { CONFIG, type Config, isId } from '#libs/platform';
import { NEVER_KEPT } from './confirmation-field.js';
import { sentForm } from './draft-forms.js';
import { FormTokens } from './form-token.js';
import { LastSessionCookie } from './last-session.js';
import { type BridgesRequest, pageOf } from './request.js';
import { keepSession } from './session.js';
import { mayBeShownAgain } from './shown-again.js';

const NO_LONGER_KEPT = 'The form you came from is no longer kept. Open it again. Nothing in it was saved.';

/**
 * Keeps a form that was sent after its session had ended, and shows it to its author after signing in. What is kept is
 * never carried out: the author checks it and sends it with the token of the new session.
 */
@Injectable()
export class KeptForms {
  private readonly lastSession: LastSessionCookie;
  private readonly tokens: FormTokens;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly forms: KeptFormsService,
  ) {
    this.lastSession = new LastSessionCookie(config);
    this.tokens = new FormTokens(config);
  }

  /**
   * Keeps what was typed, and returns where it will be shown. Null if it is not kept: the browser had no session of the
   * account for which the form was made, or the form is not one to be kept.
   */
  async keep(request: BridgesRequest): Promise<string | null> {
    const last = this.lastSession.of(request);
    const form = sentForm(request);
    if (!last || !form || !mayBeShownAgain(request) || !this.tokens.isFormOf(last.accountId, request))
      return null;
    const fields = { ...(request.body as Record<string, string | string[]>) };
    for (const name of NEVER_KEPT) delete fields[name];
    const [path, from] = [withoutKept(form), withoutKept(pageOf(request))];
    const id = await this.forms.keep(last.accountId, last.key, { path, from, fields });
    return id && `${path}${path.includes('?') ? '&' : '?'}kept=${id}`;
  }

  /** Turns the request for a kept form into a request of that form, to be shown and not carried out. */
  readonly show: RequestHandler = (request, response, next) => {
    const id = keptIn(request.originalUrl);
    if (request.method !== 'GET' || !id) return next();
    const { accountId } = (request.user ?? {}) as { accountId?: string };
    if (!accountId) return response.redirect(303, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`);
    const last = this.lastSession.of(request);
    const opened =
      last?.accountId === accountId ? this.forms.open(id, accountId, last.key) : Promise.resolve(null);
    opened.then((form) => {
      if (!form) return this.toHome(request, response, next);
      const { path, from, fields } = form;
      Object.assign(request, { method: 'POST', url: path, originalUrl: path, body: fields });
      Object.assign(request, { isShownAgain: true, shownAgainFrom: from });
      next();
    }, next);
  };

  private toHome(request: Request, response: Response, next: NextFunction): void {
    request.session.flash = { kind: 'info', text: NO_LONGER_KEPT };
    keepSession(request as BridgesRequest).then(() => response.redirect(303, '/'), next);
  }
}

/** The id of the kept form that an address asks for. */
export function keptIn(address: string): string | null {
  const id = /[?&]kept=([0-9a-f-]{36})(?:&|$)/.exec(address)?.[1];
  return isId(id) ? id : null;
}

/** A form that has been shown again may be sent too late once more. */
function withoutKept(address: string): string {
  const [path, query = ''] = address.split('?', 2) as [string, string?];
  const rest = query.split('&').filter((part) => part !== '' && !part.startsWith('kept='));
  return rest.length > 0 ? `${path}?${rest.join('&')}` : path;
}
