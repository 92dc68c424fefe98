export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/**
 * An expected problem, with a message for the person who asked; any other exception is a defect. `status` is the HTTP
 * status; `errors` belong beside fields.
 */
export class ProblemError extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 415 | 422 | 428 | 429 | 503,
    message: string,
    readonly errors: readonly FieldError[] = [],
    readonly current?: unknown,
  ) {
    super(message);
  }
}

/** A problem whose unit of work still commits: rows written before the throw stay. Not for use within a savepoint. */
export class CommittedProblem extends ProblemError {}

/** Try again after so many seconds. */
export class RetryLaterProblem extends ProblemError {
  constructor(
    status: 429 | 503,
    message: string,
    readonly afterSeconds: number,
  ) {
    super(status, message);
  }
}

/** The same answer whether or not the thing exists. */
export const unreachable = (): ProblemError =>
  new ProblemError(404, 'This page does not exist, or you do not have access to it.');
export const forbidden = (why: string): ProblemError => new ProblemError(403, why);
export const conflict = (why: string): ProblemError => new ProblemError(409, why);
export const invalid = (errors: readonly FieldError[]): ProblemError =>
  new ProblemError(422, 'There is a problem with what you entered.', errors);
export const invalidField = (field: string, message: string): ProblemError => invalid([{ field, message }]);
export const stale = (current?: unknown): ProblemError =>
  new ProblemError(412, 'Someone else has changed this since you opened it.', [], current);

/** What a person is told, by the name of the constraint of the database that refused. */
export type ConstraintMessages = Readonly<Record<string, string>>;
