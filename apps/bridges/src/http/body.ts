import express, { type RequestHandler } from 'express';
import { type FieldError, invalid, ProblemError } from '#libs/platform';
import { isForPrograms, isScim } from './request.js';

/** A few texts of the longest that a field takes: in an address-encoded form a Bengali letter has nine bytes. */
const LARGEST = '2mb';

/** JSON for the API, forms for pages; both have a limit. The one form with a file has its own reader (upload.ts). */
export const bodies: RequestHandler[] = [
  express.json({ limit: LARGEST, type: ['application/json', 'application/scim+json'] }),
  express.urlencoded({ extended: false, limit: LARGEST, parameterLimit: 500 }),
];

/**
 * Postgres text cannot hold U+0000, so the API rejects it here and names the field. Page forms check it themselves,
 * because they show the error beside the field and keep what was typed.
 */
export const assertNoNul: RequestHandler = (request, _response, next) => {
  if (!isForPrograms(request)) return next();
  if (isDeeperThan(DEEPEST, request.body))
    return next(
      new ProblemError(400, `What you sent has more than ${DEEPEST} levels. Send it with fewer levels.`),
    );
  const errors = [...nulsIn(request.body, ''), ...nulsIn(request.query, '')];
  next(errors.length > 0 ? invalid(errors) : undefined);
};

/** The same character in a page's address is left out: the page is shown for the rest of what was typed. */
export const withoutNulInAddress: RequestHandler = (request, _response, next) => {
  if (!isForPrograms(request) && nulsIn(request.query, '').length > 0)
    Object.defineProperty(request, 'query', { value: withoutNul(request.query) });
  next();
};

function withoutNul(query: object): Record<string, unknown> {
  const clean = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.replaceAll('\u0000', '')
      : Array.isArray(value)
        ? value.map(clean)
        : value;
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, clean(value)]));
}

/** Valid bodies are less than half as deep; the limit protects recursive code that reads a body. */
const DEEPEST = 20;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}

function nulsIn(value: unknown, field: string): FieldError[] {
  if (typeof value === 'string')
    return value.includes('\u0000')
      ? [{ field: field || 'body', message: 'Remove the character that cannot be shown' }]
      : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => nulsIn(inner, field ? `${field}.${key}` : key));
}

/** Rejects API bodies that are not JSON. */
export const onlyJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || request.headers['transfer-encoding'] !== undefined;
  if (!hasBody || request.is('application/json')) return next();
  if (isScim(request) && request.is('application/scim+json')) return next();
  next(new ProblemError(415, 'Send application/json.'));
};
