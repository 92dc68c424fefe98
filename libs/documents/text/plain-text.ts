import type { DocumentBlock, Phrase, PrintedDocument } from '../document.js';
import { spokenText } from './spoken-text.js';

const BRAILLE_WIDTH = 40;

/** Text for a Braille translator: at most 40 characters a line, no table, no mark that is not text. */
export const toBrailleText = (document: PrintedDocument): string =>
  `${paragraphsOf(document)
    .map((paragraph) => paragraph.split('\n').flatMap(wrapped).join('\n'))
    .join('\n\n')}\n`;

/** Text to be read aloud, in reading order, with dates and abbreviations in full. */
export const toAudioText = (document: PrintedDocument): string =>
  `${paragraphsOf(document, spokenText).map(endedAsSentence).join('\n\n')}\n`;

type Say = (phrase: Phrase) => string;

function paragraphsOf({ title, made, sections }: PrintedDocument, say: Say = ({ text }) => text): string[] {
  return [
    say(title),
    say(made),
    ...sections.flatMap(({ heading, blocks }) => [
      ...(heading ? [say(heading)] : []),
      ...blocks.flatMap((block) => ofBlock(block, say)),
    ]),
  ].filter((text) => text !== '');
}

function ofBlock(block: DocumentBlock, say: Say): string[] {
  if (block.kind === 'table')
    return [
      say(block.caption),
      ...block.rows.map((row) =>
        row
          .flatMap((cell, index) => (cell.text ? [`${say(block.head[index]!)}: ${say(cell)}`] : []))
          .join('\n'),
      ),
    ];
  if (block.kind === 'passage')
    return [[block.heading, block.tag].flatMap((one) => (one ? [say(one)] : [])).join('\n'), say(block.text)];
  return [say(block.text)];
}

/** A pause for the voice after a heading; text as written keeps its own marks. */
const endedAsSentence = (text: string): string => (/[\p{L}\p{N}]$/u.test(text) ? `${text}.` : text);

function wrapped(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (lengthOf(joined) <= BRAILLE_WIDTH) {
      current = joined;
      continue;
    }
    if (current !== '') lines.push(current);
    const pieces = piecesOf(word);
    current = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, current];
}

const lengthOf = (text: string): number => [...text].length;

/** A word that is longer than a line continues on the next, without a hyphen that would change it. */
function piecesOf(word: string): string[] {
  const characters = [...word];
  const pieces: string[] = [];
  for (let from = 0; from < characters.length; from += BRAILLE_WIDTH)
    pieces.push(characters.slice(from, from + BRAILLE_WIDTH).join(''));
  return pieces;
}
