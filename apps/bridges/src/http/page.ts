import type { Flash } from './request.js';

/** What a page's handler answers: a view with plain data. It is rendered after the commit. */
export class Page {
  constructor(
    readonly view: string,
    readonly data: Record<string, unknown> = {},
    readonly status = 200,
  ) {}
}

/** Where to go after something was done, and what to say there. */
export class Redirect {
  constructor(
    readonly url: string,
    readonly flash?: Flash,
  ) {}
}

export const page = (view: string, data?: Record<string, unknown>): Page => new Page(view, data);
/** The same page again, with the error summary and everything typed. */
export const pageWithErrors = (view: string, data: Record<string, unknown>): Page =>
  new Page(view, data, 422);
export const done = (url: string, text?: string): Redirect =>
  new Redirect(url, text ? { kind: 'success', text } : undefined);
