import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { projectRoot } from '#libs/platform';
import { ApiModule } from './api.module.js';

/**
 * OpenAPI 3.1 at /api/v1/openapi.json and a page to browse it at /api/docs: docs/openapi.json as it was made by
 * `npm run openapi`, read when it is first asked for.
 */
export function describeApi(app: NestExpressApplication, demo: boolean): void {
  SwaggerModule.setup('api/docs', app, () => described(demo), { jsonDocumentUrl: 'api/v1/openapi.json' });
}

/** What only a demonstration serves is described in a demonstration only. */
function described(demo: boolean): OpenAPIObject {
  const text = readFileSync(join(projectRoot, 'docs/openapi.json'), 'utf8');
  const { paths, tags = [], ...document } = JSON.parse(text) as OpenAPIObject;
  const served = Object.entries(paths).filter(([path]) => demo || !path.startsWith('/api/v1/demo/'));
  return {
    ...document,
    tags: tags.filter(({ name }) => demo || name !== 'demo'),
    paths: Object.fromEntries(served),
  };
}

/** Routes, parameters and bodies as the controllers declare them; `npm run openapi` adds what is answered. */
export function declaredApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder().setOpenAPIVersion('3.1.0').build();
  return SwaggerModule.createDocument(app, config, {
    include: [ApiModule],
    operationIdFactory: (controller, method) => `${controller}.${method}`,
  });
}
