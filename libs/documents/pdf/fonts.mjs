import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decompress } from 'wawoff2';
import { boxFont, renamed } from './font-file.mjs';

const LATIN = 'noto-sans-devanagari';
/** Family names in the order in which a character looks for its font, with the package and subset of each. */
const SOURCES = [
  ['Bridges Latin', 'atkinson-hyperlegible', 'latin'],
  ['Bridges Latin Extended', 'atkinson-hyperlegible', 'latin-ext'],
  ['Bridges Latin Noto', LATIN, 'latin'],
  ['Bridges Latin Noto Extended', LATIN, 'latin-ext'],
  ['Bridges Bengali', 'noto-sans-bengali', 'bengali'],
  ['Bridges Gurmukhi', 'noto-sans-gurmukhi', 'gurmukhi'],
  ['Bridges Gujarati', 'noto-sans-gujarati', 'gujarati'],
  ['Bridges Devanagari', 'noto-sans-devanagari', 'devanagari'],
  ['Bridges Nastaliq', 'noto-nastaliq-urdu', 'arabic'],
];
const BOX = 'Bridges Box';
const WEIGHTS = [400, 700];

export const FAMILIES = [...SOURCES.map(([family]) => family), BOX];

/**
 * The folder with fonts that can be typeset, below `parent`; filled where it is missing, because the packages hold
 * compressed fonts. Another program that fills it at the same time does no harm.
 */
export async function makeFonts(parent) {
  const folder = join(parent, `fonts-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  for (const [family, name, subset] of SOURCES)
    for (const weight of WEIGHTS) {
      const packed = readFileSync(join(packageOf(name), 'files', `${name}-${subset}-${weight}-normal.woff2`));
      const font = renamed(Buffer.from(await decompress(packed)), family);
      writeFileSync(join(draft, `${family.replaceAll(' ', '-')}-${weight}.ttf`), font);
    }
  writeFileSync(join(draft, 'Bridges-Box.ttf'), boxFont(BOX));
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
  return folder;
}

const { resolve } = createRequire(import.meta.url);
const packageOf = (name) => dirname(resolve(`@fontsource/${name}/package.json`));

/** Other fonts, or another version of them, go into another folder. */
function fingerprint() {
  const hash = createHash('sha256').update(JSON.stringify([SOURCES, WEIGHTS]));
  for (const [, name] of SOURCES) hash.update(readFileSync(join(packageOf(name), 'package.json')));
  return hash.digest('hex').slice(0, 12);
}
