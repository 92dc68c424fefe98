import { createServer, type Server } from 'node:http';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { routeOf } from './request.js';

/** All metrics of this program. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });
const duration = new Histogram({
  name: 'bridges_request_seconds',
  help: 'Time to answer, by method, route pattern and status',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  registers: [registry],
});

/** Times every answer, labelled with its route pattern. */
export const timeAnswers: RequestHandler = (request, response, next) => {
  const stop = duration.startTimer();
  response.once('finish', () => {
    stop({ method: request.method, route: routeOf(request), status: String(response.statusCode) });
  });
  next();
};

/** Serves Prometheus metrics on a separate port, on this machine only. */
export function serveMetrics(port: number): Server {
  const server = createServer((_request, response) => {
    void registry
      .metrics()
      .then((text) => response.setHeader('Content-Type', registry.contentType).end(text));
  });
  return server.listen(port, '127.0.0.1');
}
