import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every source file that ships, specs left out. */
export const files = ['libs', 'apps', 'bench'].flatMap((folder) => sources(join(root, folder)));
export const imports = files.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s(?:type\s)?[^'"]*?from '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    from: relative(root, file),
    to: (match[1] ?? match[2])!,
    typeOnly: /^(?:import|export) type\s/.test(match[0]),
  })),
);

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return name.endsWith('.ts') && !name.endsWith('.spec.ts') ? [path] : [];
  });
}

/** The file or folder that an import names, from the root; null for a package. */
export const target = (from: string, to: string): string | null => {
  if (to.startsWith('#libs/')) return to.replace('#libs/', 'libs/');
  return to.startsWith('.') ? relative(root, resolve(root, dirname(from), to)) : null;
};
