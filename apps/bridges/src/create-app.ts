import { join } from 'node:path';
import type { LoggerService, LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import passport from 'passport';
import type { Pool } from 'pg';
import { type Config, AUTH_POOL, isOverTls, projectRoot } from '#libs/platform';
import { validation } from './api/validation.js';
import { AppModule, type Connections } from './app.module.js';
import { assertNoNul, bodies, onlyJson, withoutNulInAddress } from './http/body.js';
import { Drafts } from './http/drafts.js';
import { FormTokens } from './http/form-token.js';
import { KeptForms } from './http/kept-forms.js';
import { timeAnswers } from './http/metrics.js';
import { isForPrograms } from './http/request.js';
import { logAnswers } from './http/request-log.js';
import { noStore, securityHeaders } from './http/security.js';
import { sessions } from './http/session.js';
import { uploads } from './http/upload.js';
import { describeApi } from './api/openapi.js';

/** A slow client may occupy a connection for no longer than this; Node looks for slow ones every 30 seconds by default. */
const SERVER_LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };

/** Requests of an identity provider's server: without a session, a form or its token. */
const FROM_PROVIDERS = /^\/sign-in\/with\/[\w-]+\/logout$/;

/** Creates the whole program, ready to listen; middleware is in the order of a request. */
export async function createApp(
  config: Config,
  connections: Connections,
  logger?: LoggerService | LogLevel[] | false,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, connections), {
    bodyParser: false,
    ...(logger === undefined ? {} : { logger }),
  });
  app.set('trust proxy', config.production ? 1 : false);
  app.disable('x-powered-by');
  // ETags are record versions set by hand; an automatic content hash would be mistaken for one.
  app.set('etag', false);
  Object.assign(app.getHttpServer(), SERVER_LIMITS);
  if (config.metricsPort !== null) app.use(timeAnswers);
  app.use(securityHeaders(isOverTls(config)));
  if (!config.demo) app.use(logAnswers);
  app.use('/assets', express.static(join(projectRoot, 'dist/assets'), { maxAge: '1h', fallthrough: false }));
  app.use(noStore);
  app.use(['/api', '/scim'], onlyJson);
  app.use(bodies);
  app.use(assertNoNul, withoutNulInAddress);
  if (config.roles.includes('pages')) usePages(app, config);
  app.useGlobalPipes(validation);
  if (config.roles.includes('api')) describeApi(app, config.demo);
  return app;
}

function usePages(app: NestExpressApplication, config: Config): void {
  const onPages =
    (handler: express.RequestHandler): express.RequestHandler =>
    (request, response, next) =>
      isForPrograms(request) || request.path.startsWith('/health/') || FROM_PROVIDERS.test(request.path)
        ? next()
        : handler(request, response, next);
  for (const handler of sessions(config, app.get<Pool>(AUTH_POOL))) app.use(onPages(handler));
  app.use(onPages(passport.session()));
  // Before the check of the form's token, which is among the fields that are sent with the file.
  app.use(onPages(uploads));
  app.use(onPages(new FormTokens(config).check));
  app.use(onPages(app.get(KeptForms).show));
  app.use(onPages(app.get(Drafts).show));
}
