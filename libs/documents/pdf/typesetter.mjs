// A program of its own: one document after the other, so that a long or endless one cannot hold up the pages.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FAMILIES, makeFonts } from './fonts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const template = readFileSync(join(here, 'document.typ'), 'utf8');
const fontFolder = await makeFonts(process.argv[2]);
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [fontFolder] }] });

process.on('message', ({ id, document }) => {
  process.send({ id, ...typeset(document) });
});
process.on('disconnect', () => process.exit());

function typeset(document) {
  try {
    const inputs = { document, fonts: JSON.stringify(FAMILIES) };
    const pdf = compiler.pdf({ mainFileContent: template, inputs }, { pdfStandard: 'ua-1' });
    return { pdf };
  } catch (error) {
    return { error: String(error.message).slice(0, 500) };
  } finally {
    compiler.evictCache(1);
  }
}
