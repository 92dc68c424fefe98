import { Logger } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { type BridgesRequest, routeOf } from './request.js';

const log = new Logger('Request');
const OF_NO_INTEREST = /^\/(?:assets|health)\//;

/** Logs one line per answer, with the request id in the answer. The actor is recorded in the access log only. */
export const logAnswers: RequestHandler = (request, response, next) => {
  if (OF_NO_INTEREST.test(request.originalUrl)) return next();
  const began = performance.now();
  response.once('close', () =>
    log.log(response.writableFinished ? 'Answered' : 'Abandoned', {
      requestId: (request as BridgesRequest).requestId,
      method: request.method,
      route: routeOf(request),
      status: response.statusCode,
      ms: Math.round(performance.now() - began),
    }),
  );
  next();
};
