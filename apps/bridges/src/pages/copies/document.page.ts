import { DOCUMENT_LANGUAGES, type DocumentBlock, type Phrase, type PrintedDocument } from '#libs/documents';

const toPhraseView = ({ text, language }: Phrase) => {
  const { tag, direction } = DOCUMENT_LANGUAGES[language];
  return { text, lang: tag as string, dir: direction as string };
};
const orNull = (phrase: Phrase | null) => phrase && toPhraseView(phrase);

/** The document as the page shows it: each text with the language and direction that a browser needs to know. */
export const toDocumentView = ({ title, made, sections }: PrintedDocument) => ({
  ...{ title: toPhraseView(title), made: toPhraseView(made) },
  sections: sections.map(({ heading, blocks }) => ({
    heading: orNull(heading),
    blocks: blocks.map(toBlockView),
  })),
});

function toBlockView(block: DocumentBlock) {
  const isTable = block.kind === 'table';
  const isPassage = block.kind === 'passage';
  return {
    kind: block.kind,
    heading: isPassage ? orNull(block.heading) : null,
    tag: isPassage ? orNull(block.tag) : null,
    text: isTable ? null : toPhraseView(block.text),
    table: isTable
      ? {
          caption: toPhraseView(block.caption),
          head: block.head.map(toPhraseView),
          rows: block.rows.map((row) => row.map(toPhraseView)),
        }
      : null,
  };
}
