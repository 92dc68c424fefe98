import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ApiModule } from './api.module.js';

/** OpenAPI 3.1 at /api/v1/openapi.json and a page to browse it at /api/docs. */
export function describeApi(app: NestExpressApplication, demo: boolean): void {
  const config = new DocumentBuilder()
    .setTitle('Bridges')
    .setDescription('Multi-agency case coordination for children’s services.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  SwaggerModule.setup(
    'api/docs',
    app,
    () => described(SwaggerModule.createDocument(app, config, { include: [ApiModule] }), demo),
    { jsonDocumentUrl: 'api/v1/openapi.json' },
  );
}

/** What only a demonstration serves is described in a demonstration only. */
function described({ paths, ...document }: OpenAPIObject, demo: boolean): OpenAPIObject {
  const served = Object.entries(paths).filter(([path]) => demo || !path.startsWith('/api/v1/demo/'));
  return { ...document, paths: Object.fromEntries(served) };
}
