import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Packages of the scripts that families read, each with the subset that holds it. */
const SCRIPTS = [
  ['noto-sans-bengali', 'bengali'],
  ['noto-sans-gurmukhi', 'gurmukhi'],
  ['noto-sans-gujarati', 'gujarati'],
  ['noto-sans-devanagari', 'devanagari'],
  ['noto-nastaliq-urdu', 'arabic'],
];
const MOJ_IMAGES = [
  'icon-alert-information.svg',
  'icon-alert-success.svg',
  'icon-alert-warning.svg',
  'icon-close-cross-black.svg',
  'icon-document.svg',
  'icon-tag-remove-cross.svg',
  'icon-tag-remove-cross-white.svg',
  'icon-toggle-plus-minus.svg',
];

/**
 * Builds styles, script, fonts and images into dist/assets under `root`.
 * Answers true when it did the work, false when nothing had changed since last time.
 */
export async function buildAssets(root) {
  const source = join(root, 'apps/bridges/src/assets');
  const target = join(root, 'dist/assets');
  const copies = [...(await ours(source)), ...(await theirs(join(root, 'node_modules')))];
  const fingerprint = await fingerprintOf([join(source, 'styles'), import.meta.filename], copies);
  const stamp = join(target, '.fingerprint');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === fingerprint) return false;

  await mkdir(target, { recursive: true });
  await Promise.all(copies.map(([from, to]) => copy(from, join(target, to))));
  await writeFile(join(target, 'main.css'), await compileStyles(root, join(source, 'styles/main.scss')));
  await writeFile(stamp, fingerprint);
  return true;
}

async function compileStyles(root, entry) {
  const { compile } = await import('sass');
  const { css } = compile(entry, {
    style: 'compressed',
    quietDeps: true,
    // MOJ styles name GOV.UK ones from the project's root; the plain folder serves everything else.
    loadPaths: [root, join(root, 'node_modules')],
    logger: { warn: warnOfOurOwn },
  });
  return css;
}

// quietDeps does not reach warnings that a package's own mixin gives to another package.
function warnOfOurOwn(message, { stack }) {
  if (!stack?.startsWith('node_modules/')) console.warn(`${message}\n${stack ?? ''}`);
}

async function ours(source) {
  const scripts = await filesIn(join(source, 'scripts'));
  const images = await filesIn(join(source, 'images'));
  return [
    ...scripts.map((name) => [join(source, 'scripts', name), name]),
    ...images.map((name) => [join(source, 'images', name), `images/${name}`]),
  ];
}

async function theirs(modules) {
  const moj = join(modules, '@ministryofjustice/frontend/moj');
  const fonts = join(modules, '@fontsource/atkinson-hyperlegible/files');
  const scripts = SCRIPTS.flatMap(([name, subset]) =>
    ['400', '700'].map((weight) => [`${name}/files`, `${name}-${subset}-${weight}-normal.woff2`]),
  );
  return [
    [join(modules, 'govuk-frontend/dist/govuk/govuk-frontend.min.js'), 'govuk-frontend.min.js'],
    [join(moj, 'moj-frontend.min.js'), 'moj-frontend.min.js'],
    [join(modules, '@simplewebauthn/browser/dist/bundle/index.umd.min.js'), 'simplewebauthn-browser.min.js'],
    ...MOJ_IMAGES.map((name) => [join(moj, 'assets/images', name), `images/${name}`]),
    ...(await filesIn(fonts))
      .filter((name) => /-latin(-ext)?-(400|700)-(normal|italic)\.woff2$/.test(name))
      .map((name) => [join(fonts, name), `fonts/${name}`]),
    ...scripts.map(([folder, name]) => [join(modules, '@fontsource', folder, name), `fonts/${name}`]),
  ];
}

async function filesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

async function fingerprintOf(roots, copies) {
  const hash = createHash('sha256');
  const styles = (await filesIn(roots[0])).map((name) => join(roots[0], name));
  for (const file of [...styles, ...roots.slice(1), ...copies.map(([from]) => from)].sort()) {
    const { mtimeMs, size } = await stat(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function copy(from, to) {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await buildAssets(process.cwd());
  console.log(built ? 'Assets built' : 'Assets unchanged');
}
