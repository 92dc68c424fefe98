import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../dist/apps/bridges/src/app.module.js';
import { declaredApi } from '../dist/apps/bridges/src/api/openapi.js';
import { assemble } from './openapi/assemble.mjs';
import { errorsIn } from './openapi/lint.mjs';
import { readHandlers } from './openapi/read-handlers.mjs';
import { typesOf } from './openapi/types.mjs';

// Writes the description of the API (docs/openapi.json) and the types of a client (docs/openapi.d.ts) from the built
// program and its source. With --check it writes nothing, and fails when they are not as they would be written.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const document = assemble(await declared(), readHandlers(root));
const text = `${JSON.stringify(document, null, 1)}\n`;
const errors = await errorsIn(text);
if (errors.length > 0) fail(`The description is not clean:\n${errors.join('\n')}`);
const files = { 'docs/openapi.json': text, 'docs/openapi.d.ts': await typesOf(document) };
for (const [name, wanted] of Object.entries(files))
  if (!process.argv.includes('--check')) writeFileSync(join(root, name), wanted);
  else if (readFileSync(join(root, name), 'utf8') !== wanted)
    fail(`${name} no longer says what the program does. Run: npm run openapi`);

/** Nothing is started and no database asked: only what the controllers declare is read. */
async function declared() {
  const roles = ['api'];
  const connections = { appUrl: 'postgres://localhost/none', authUrl: 'postgres://localhost/none' };
  const app = await NestFactory.create(
    AppModule.forRoot(
      { roles, demo: true, production: false, secret: '', port: 0, metricsPort: null },
      connections,
    ),
    { preview: true, logger: false },
  );
  return declaredApi(app);
}

function fail(words) {
  console.error(words);
  process.exit(1);
}
