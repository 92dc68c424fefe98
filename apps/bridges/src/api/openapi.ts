import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { ApiModule } from './api.module.js';

/** OpenAPI 3.1 at /api/v1/openapi.json and a page to browse it at /api/docs. */
export function describeApi(app: NestExpressApplication): void {
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
    () => SwaggerModule.createDocument(app, config, { include: [ApiModule] }),
    { jsonDocumentUrl: 'api/v1/openapi.json' },
  );
}
