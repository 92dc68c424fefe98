import type { FieldError } from '#libs/platform';
import type { Flash } from './request.js';

/** What a form is shown again with after a failed submission. */
export interface RedisplayedForm {
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, unknown>>;
}

/**
 * The result of a page handler: a view with plain data, rendered after the commit. Every name that the view looks up
 * must be in the type of the data (test/architecture/views.spec.ts).
 */
export class Page {
  constructor(
    readonly view: string,
    readonly data: object = {},
    readonly status = 200,
  ) {}
}

/** The redirect after a successful action, and the message to show there. */
export class Redirect {
  constructor(
    readonly url: string,
    readonly flash?: Flash,
  ) {}
}

/** A file to keep, made after the commit: making it takes long, and needs nothing more of the database. */
export class FileAnswer {
  constructor(
    readonly name: string,
    readonly type: string,
    readonly make: () => Promise<Buffer>,
  ) {}
}

export const page = (view: string, data?: object): Page => new Page(view, data);
/** Shows the same page again, with the error summary and everything typed. */
export const pageWithErrors = (view: string, data: object): Page => new Page(view, data, 422);
export const done = (url: string, text?: string): Redirect =>
  new Redirect(url, text ? { kind: 'success', text } : undefined);
