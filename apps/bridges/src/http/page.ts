import type { FieldError } from '#libs/platform';
import type { Flash } from './request.js';

/** What a page is shown again with after a form that could not be done. */
export interface ShownAgain {
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, unknown>>;
}

/**
 * What a page's handler answers: a view with plain data. It is rendered after the commit. Every name that the view looks up
 * must be in the type of the data (test/architecture/views.spec.ts).
 */
export class Page {
  constructor(
    readonly view: string,
    readonly data: object = {},
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

export const page = (view: string, data?: object): Page => new Page(view, data);
/** The same page again, with the error summary and everything typed. */
export const pageWithErrors = (view: string, data: object): Page => new Page(view, data, 422);
export const done = (url: string, text?: string): Redirect =>
  new Redirect(url, text ? { kind: 'success', text } : undefined);
