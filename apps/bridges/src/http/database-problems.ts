import { Logger } from '@nestjs/common';
import { conflict, invalid, type ProblemError, RetryLaterProblem, unreachable } from '#libs/platform';
import { framesOf } from '../program-log.js';
import { CONSTRAINT_MESSAGES } from './constraint-messages.js';

interface DatabaseError {
  readonly message?: string;
  readonly syscall?: string;
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly column?: string;
  readonly stack?: string;
}

/** Maps a database error to the problem it stands for; null if it is a defect of the program. */
export function toProblem(thrown: unknown): ProblemError | null {
  const error = (thrown as { driverError?: DatabaseError })?.driverError ?? (thrown as DatabaseError);
  const sentence = error?.constraint ? CONSTRAINT_MESSAGES[error.constraint] : undefined;
  if (sentence) return conflict(sentence);
  if (error?.code === FOREIGN_KEY_VIOLATION) return foreignKeyError(error);
  // Row-level security rejected the write: to this actor the row does not exist.
  if (error?.code === '42501') return unreachable();
  if (error?.code === '40001' || error?.code === '40P01')
    return conflict('Someone else was changing this record at the same time. Try again.');
  if (error?.code === CLAIM_NOT_GOOD)
    return new RetryLaterProblem(
      503,
      'Bridges cannot check who you are at the moment. Nothing has been shown or saved. Try again in a few minutes.',
      60,
    );
  if (error && isAway(error))
    return new RetryLaterProblem(
      503,
      'Bridges cannot connect to its records at the moment. Wait a minute, then check whether your changes were saved before you try again.',
      10,
    );
  if (error?.code === STATEMENT_TIMEOUT || error?.message === NO_CONNECTION_FREE)
    return new RetryLaterProblem(503, 'Bridges is very busy. Nothing was saved. Try again in a moment.', 5);
  if (error?.code === '23505' || error?.code === '23P01') return conflict('This has already been added.');
  if (error?.code && UNCHECKED_INPUT[error.code]) return uncheckedInput(error, UNCHECKED_INPUT[error.code]!);
  return null;
}

const FOREIGN_KEY_VIOLATION = '23503';
/** Raised by access.assert_claim. */
const CLAIM_NOT_GOOD = 'BR503';
const STATEMENT_TIMEOUT = '57014';
/** The error message of pg when no pooled connection becomes free in time. */
const NO_CONNECTION_FREE = 'timeout exceeded when trying to connect';
/** The server is stopping, starting or full, or rejects our password because the secret was rotated. */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300', '28P01', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);
const CONNECTION_LOST =
  /^(Connection terminated|Client has encountered a connection error|Client was closed)|not currently accepting connections$/;

function isAway({ code, message, syscall }: DatabaseError): boolean {
  return (
    (code !== undefined && (AWAY.has(code) || code.startsWith('08'))) ||
    (code === 'ENOENT' && syscall === 'connect') ||
    CONNECTION_LOST.test(message ?? '')
  );
}

/** Postgres errors for values that validation should have rejected earlier. */
const UNCHECKED_INPUT: Record<string, string> = {
  '22001': 'This is too long',
  '22003': 'This number is too large or too small',
  '22007': 'Enter a real date or time',
  '22008': 'Enter a real date or time',
  '22009': 'Enter a real date or time',
  '22021': 'Remove the character that cannot be shown',
  '22P02': 'Enter a value of the right type',
  '22P05': 'Remove the character that cannot be shown',
  '23502': 'Enter a value',
  '23514': 'Check what you entered',
};

const log = new Logger('UncheckedInput');

/**
 * The reader gets a field error; the log gets a defect, because validation should have caught the value. No values are
 * logged.
 */
function uncheckedInput(
  { code, table, column, constraint, stack }: DatabaseError,
  message: string,
): ProblemError {
  log.error('Input reached the database unchecked', {
    ...{ code, table, column, constraint },
    at: framesOf(stack ?? '').filter((line) => /(?:libs|apps)\//.test(line)),
  });
  return invalid([{ field: column ? camelCase(column) : '', message }]);
}

const camelCase = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** An unknown id for a choice from a list: an error beside the field named in the constraint. */
function foreignKeyError({ table, constraint }: DatabaseError): ProblemError {
  const column = constraint?.slice((table?.length ?? 0) + 1).replace(/_fkey\d*$/, '') ?? '';
  return invalid([{ field: camelCase(column), message: 'Select an option from the list' }]);
}
