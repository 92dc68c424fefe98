import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
const filesIn = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${path}${name}`);

test('the model of the rule book imports nothing but itself', () => {
  const files = filesIn(`${folder}rule-book/`);
  expect(files.length).toBeGreaterThan(5);
  for (const file of files)
    for (const source of importsOf(file))
      expect({ file, source }).toEqual({ file, source: expect.stringMatching(/^\.\/[a-z]+\.js$/) });
});

test('the model tests reach the program only through the interfaces that all tests use', () => {
  const files = filesIn(folder);
  expect(files.length).toBeGreaterThan(5);
  const allowed =
    /^(\.\/[a-z-]+\.js|\.\/rule-book\/[a-z]+\.js|\.\.\/support\/[a-z-]+\.js|fast-check|node:[a-z]+)$/;
  for (const file of files)
    for (const source of importsOf(file))
      expect({ file, source }).toEqual({ file, source: expect.stringMatching(allowed) });
});
