import { paragraphsOf, type Phrase, type PrintedDocument } from '../document.js';

/** What is set glyph by glyph from left to right in the order of its letters; everything else needs its text beside it. */
const ONLY_SIMPLE = /^[\n\t\u0020-\u007e\u00a0-\u024f\u2010-\u2027\u2030-\u2044]*$/;
const BLOCKS = new Set(['P', 'H1', 'H2', 'H3', 'TH', 'TD']);

/**
 * The PDF with the text itself beside what is drawn, for scripts whose letters are drawn in another order than they are
 * read in: a screen reader and a search then have the words, not the shapes. The file is extended, as the format
 * provides, and unchanged where nothing needs it.
 */
export function withActualText(pdf: Buffer, document: PrintedDocument): Buffer {
  const texts = textsOf(document);
  if (texts.every((text) => ONLY_SIMPLE.test(text))) return pdf;
  const file = pdf.toString('latin1');
  const leaves = leavesOf(file);
  if (leaves.length !== texts.length)
    throw new Error(`${leaves.length} elements are tagged, but the document has ${texts.length} texts`);
  const changed = leaves.flatMap((leaf, index) =>
    ONLY_SIMPLE.test(texts[index]!) ? [] : [{ id: leaf.id, body: withText(leaf.body, texts[index]!) }],
  );
  return Buffer.concat([pdf, Buffer.from(update(file, changed), 'latin1')]);
}

/** Every text in the order in which the template sets it: one for each element that the typesetter tags. */
function textsOf({ title, made, sections }: PrintedDocument): string[] {
  const whole = (phrase: Phrase | null): string[] =>
    phrase ? [paragraphsOf(phrase).flat().join(' ')].filter((text) => text !== '') : [];
  const each = (phrase: Phrase): string[] => paragraphsOf(phrase).map((lines) => lines.join(' '));
  return [
    title.text,
    ...each(made),
    ...sections.flatMap(({ heading, blocks }) => [
      ...whole(heading),
      ...blocks.flatMap((block) => {
        if (block.kind === 'table')
          return [...whole(block.caption), ...block.head.flatMap(whole), ...block.rows.flat().flatMap(each)];
        if (block.kind === 'passage')
          return [...whole(block.heading), ...whole(block.tag), ...each(block.text)];
        return each(block.text);
      }),
    ]),
  ];
}

interface Element {
  readonly id: string;
  readonly body: string;
  readonly kind: string;
  readonly children: readonly string[];
  readonly hasContent: boolean;
}

/** The elements that hold text of their own, in reading order. */
function leavesOf(file: string): Element[] {
  const elements = new Map<string, Element>();
  for (const [, id, body] of file.matchAll(
    /(?<=\n)(\d+) 0 obj\n(<<\n {2}\/Type \/StructElem\n[^]*?>>)\nendobj/g,
  )) {
    const kids = /\n {2}\/K \[([^]*?)\]\n/.exec(body!)?.[1] ?? '';
    const plain = kids.replace(/<<[^]*?>>/g, ' 0 ');
    elements.set(id!, {
      ...{ id: id!, body: body!, kind: /\n {2}\/S \/(\w+)/.exec(body!)?.[1] ?? '' },
      children: [...plain.matchAll(/(\d+) 0 R/g)].map(([, child]) => child!),
      hasContent: /\d/.test(plain.replace(/\d+ 0 R/g, '')),
    });
  }
  const holds = (element: Element): boolean =>
    element.hasContent || element.children.some((child) => holds(elements.get(child)!));
  const walk = (id: string): Element[] => {
    const element = elements.get(id)!;
    const below = element.children.flatMap(walk);
    return below.length === 0 && BLOCKS.has(element.kind) && holds(element) ? [element] : below;
  };
  const root = /\/Type \/StructTreeRoot\n[^]*?\/K \[(\d+) 0 R\]/.exec(file)![1]!;
  return walk(root);
}

const withText = (body: string, text: string): string =>
  body.replace(/\n {2}\/S /, `\n  /ActualText <FEFF${hexOf(text)}>\n  /S `);

const hexOf = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();

/** New versions of objects, with the table that finds them. */
function update(file: string, objects: readonly { readonly id: string; readonly body: string }[]): string {
  const trailer = /trailer\n<<([^]*?)>>\nstartxref\n(\d+)\n%%EOF\s*$/.exec(file)!;
  let added = '\n';
  const table = objects.map(({ id, body }) => {
    const at = String(file.length + added.length).padStart(10, '0');
    added += `${id} 0 obj\n${body}\nendobj\n`;
    return `${id} 1\n${at} 00000 n \n`;
  });
  const tableAt = file.length + added.length;
  return `${added}xref\n${table.join('')}trailer\n<<${trailer[1]}  /Prev ${trailer[2]}\n>>\nstartxref\n${tableAt}\n%%EOF\n`;
}
