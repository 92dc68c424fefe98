import type { INestApplication } from '@nestjs/common';
import { PageRenderer } from '../../apps/bridges/src/http/page-renderer.js';

let engine: unknown;

/** The test apps of a worker share one view engine, so that each template is compiled once. */
export function shareTemplates(app: INestApplication): void {
  const renderer = app.get(PageRenderer, { strict: false }) as unknown as { engine: unknown };
  renderer.engine = engine ??= renderer.engine;
}
