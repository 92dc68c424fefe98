import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { swc } from './swc.mjs';

// Transpiles TypeScript for the set-up that runs before Jest, as Jest does for tests.
const root = new URL('../../', import.meta.url);

export function resolve(specifier, context, next) {
  const library = /^#libs\/(.+)$/.exec(specifier)?.[1];
  if (library) return next(new URL(`libs/${library}/index.ts`, root).href, context);
  const isOurs = context.parentURL?.endsWith('.ts') && /^\.{1,2}\/.*\.js$/.test(specifier);
  return next(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    ...swc,
    filename,
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
