import {
  AlignmentType,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { DocumentBlock, DocumentLayout, Phrase, PrintedDocument } from '../document.js';
import { DOCUMENT_LANGUAGES, type DocumentLanguage, isRightToLeft } from '../languages.js';

/** In half points, as Word counts. */
const SIZES: Record<DocumentLayout, number> = { standard: 24, large: 40, easy: 36 };
const FONT = 'Arial';

/** The document for Word: title, language, heading styles and repeated table header rows. */
export function toWord(document: PrintedDocument): Promise<Buffer> {
  const { title, language, layout, made, sections } = document;
  const size = SIZES[layout];
  const heading = (times: number) => ({
    run: { font: FONT, size: Math.round(size * times), bold: true, color: '000000' },
    paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
  });
  const word = new Document({
    title: title.text,
    creator: 'Bridges',
    styles: {
      default: {
        document: {
          run: { font: FONT, size, language: languageOf(language) },
          paragraph: { spacing: { after: 160, line: 312 } },
        },
        ...{ heading1: heading(1.6), heading2: heading(1.25), heading3: heading(1.05) },
      },
    },
    sections: [
      {
        children: [
          paragraph(title, { heading: HeadingLevel.HEADING_1 }),
          ...paragraphs(made),
          ...sections.flatMap((section) => [
            ...(section.heading ? [paragraph(section.heading, { heading: HeadingLevel.HEADING_2 })] : []),
            ...section.blocks.flatMap((block) => toBlock(block, layout)),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(word);
}

function toBlock(block: DocumentBlock, layout: DocumentLayout): (Paragraph | Table)[] {
  if (block.kind === 'table') return toTable(block);
  if (block.kind === 'note')
    return paragraphs(block.text, {
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F2F1' },
      indent: { left: 200 },
    });
  if (block.kind === 'statement')
    return paragraphs(block.text, layout === 'easy' ? { spacing: { before: 480, after: 480 } } : {});
  return [
    ...(block.heading ? [paragraph(block.heading, { heading: HeadingLevel.HEADING_3 })] : []),
    ...(block.tag ? [paragraph(block.tag, { keepNext: true }, true)] : []),
    ...paragraphs(block.text),
  ];
}

function toTable({ caption, head, rows }: DocumentBlock & { kind: 'table' }): (Paragraph | Table)[] {
  const cell = (phrase: Phrase, isBold = false) =>
    new TableCell({
      children: isBold ? [paragraph(phrase, {}, true)] : paragraphs(phrase),
      margins: { top: 80, bottom: 40, left: 100, right: 100 },
    });
  return [
    paragraph(caption, { heading: HeadingLevel.HEADING_3 }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: head.some(({ language }) => isRightToLeft(language)),
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: head.map((one) => cell(one, true)) }),
        ...rows.map((row) => new TableRow({ children: row.map((one) => cell(one)) })),
      ],
    }),
  ];
}

/** One Word paragraph for each paragraph of the text; a cell must have at least one. */
function paragraphs(phrase: Phrase, options: IParagraphOptions = {}): Paragraph[] {
  return phrase.text.split(/\n{2,}/).map((text) => paragraph({ ...phrase, text }, options));
}

function paragraph({ text, language }: Phrase, options: IParagraphOptions = {}, isBold = false): Paragraph {
  const rightToLeft = isRightToLeft(language);
  return new Paragraph({
    ...options,
    bidirectional: rightToLeft,
    alignment: AlignmentType.START,
    children: text.split('\n').map(
      (line, index) =>
        new TextRun({
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(isBold ? { bold: true } : {}),
          rightToLeft,
          language: languageOf(language),
        }),
    ),
  });
}

const languageOf = (language: DocumentLanguage) => {
  const { tag } = DOCUMENT_LANGUAGES[language];
  return isRightToLeft(language) ? { value: 'en-GB', bidirectional: tag } : { value: tag };
};
