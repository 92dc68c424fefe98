import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { newId } from '#libs/platform';
import type { BridgesRequest } from './request.js';

/** Headers of every answer; scripts run only with this answer's nonce, styles only from this site. */
export function securityHeaders(overTls: boolean): RequestHandler[] {
  const nonce: RequestHandler = (request, response, next) => {
    (request as BridgesRequest).cspNonce = response.locals['cspNonce'] = randomBytes(16).toString('base64');
    (request as BridgesRequest).requestId = newId();
    response.setHeader('X-Request-Id', (request as BridgesRequest).requestId);
    next();
  };
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [
          "'self'",
          (_request, response) =>
            `'nonce-${(response as unknown as { locals: { cspNonce: string } }).locals.cspNonce}'`,
        ],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: overTls && { maxAge: 31_536_000, includeSubDomains: true },
    // For older browsers, which do not support frame-ancestors.
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
  return [nonce, headers];
}

/** Case pages must not be cached, in the browser or by a proxy. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  next();
};
