import {
  type DocumentBlock,
  type DocumentSection,
  paragraphsOf,
  type Phrase,
  type PrintedDocument,
} from '../document.js';

/** The document as the template reads it; the template has no rule of its own about text. */
export const toTypesetting = ({ title, language, layout, made, sections }: PrintedDocument) => ({
  ...{ title: title.text, author: 'Bridges', language, layout, made: toSet(made) },
  sections: sections.map(toSection),
});

const toSet = (phrase: Phrase) => ({ language: phrase.language, paragraphs: paragraphsOf(phrase) });
const orNone = (phrase: Phrase | null) => phrase && toSet(phrase);

const toSection = ({ heading, blocks }: DocumentSection) => ({
  heading: orNone(heading),
  blocks: blocks.map(toBlock),
});

function toBlock(block: DocumentBlock) {
  if (block.kind === 'table')
    return {
      kind: block.kind,
      caption: toSet(block.caption),
      head: block.head.map(toSet),
      rows: block.rows.map((row) => row.map(toSet)),
    };
  if (block.kind === 'passage')
    return {
      kind: block.kind,
      heading: orNone(block.heading),
      tag: orNone(block.tag),
      text: toSet(block.text),
    };
  return { kind: block.kind, text: toSet(block.text) };
}
