import { inflateSync } from 'node:zlib';

/** One element of the structure tree, in reading order, with the text that belongs to it and what is below it. */
export interface Tag {
  readonly kind: string;
  readonly language: string | null;
  readonly dictionary: string;
  readonly children: readonly (Tag | string)[];
}
interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** Reads a PDF as software for screen readers does: by its structure tree, not by where text stands on the page. */
export class PdfDocument {
  private readonly objects = new Map<number, PdfObject>();
  private readonly marked = new Map<string, string>();
  readonly catalog: string;
  readonly root: Tag;

  constructor(bytes: Buffer) {
    this.readObjects(bytes.toString('latin1'));
    for (const [id, { dictionary }] of this.objects)
      if (/\/Type \/Page\n/.test(dictionary)) this.readPage(id, dictionary);
    this.catalog = [...this.objects.values()].find(({ dictionary }) =>
      dictionary.includes('/Type /Catalog'),
    )!.dictionary;
    const tree = this.objects.get(Number(/\/StructTreeRoot (\d+) 0 R/.exec(this.catalog)![1]))!;
    this.root = this.tag(Number(/\/K \[(\d+) 0 R\]/.exec(tree.dictionary)![1]));
  }

  get metadata(): string {
    const id = Number(/\/Metadata (\d+) 0 R/.exec(this.catalog)![1]);
    return this.objects.get(id)!.stream!.toString('utf8');
  }

  get text(): string {
    return textOf(this.root);
  }

  /** Every element of a kind, in reading order. */
  all(...kinds: string[]): Tag[] {
    const found = (tag: Tag): Tag[] => [
      ...(kinds.includes(tag.kind) ? [tag] : []),
      ...tag.children.flatMap((child) => (typeof child === 'string' ? [] : found(child))),
    ];
    return found(this.root);
  }

  /** Every size of type on the pages, in points. */
  readonly sizes: number[] = [];

  /** Where each piece of text starts, in points from the left. */
  readonly starts: number[] = [];

  /** Every language that a part of the text is marked with. */
  get languages(): string[] {
    const inTree = [...this.objects.values()].map(({ dictionary }) => dictionary);
    return [...inTree, ...this.properties].flatMap((text) =>
      [...text.matchAll(/\/Lang \(([^)]*)\)/g)].map(([, language]) => language!),
    );
  }
  private readonly properties: string[] = [];

  /** Text of the pages that is neither in the structure tree nor marked as decoration. */
  get untagged(): string[] {
    const tagged = new Set(this.used);
    return [...this.marked.keys()].filter((key) => !tagged.has(key));
  }
  private readonly used: string[] = [];

  private readObjects(file: string): void {
    const start = /(\d+) 0 obj\n/g;
    for (let match = start.exec(file); match; match = start.exec(file)) {
      const streamAt = file.indexOf('stream\n', start.lastIndex);
      const endAt = file.indexOf('endobj', start.lastIndex);
      if (streamAt < 0 || endAt < streamAt) {
        this.objects.set(Number(match[1]), { dictionary: file.slice(start.lastIndex, endAt), stream: null });
        start.lastIndex = endAt;
        continue;
      }
      const dictionary = file.slice(start.lastIndex, streamAt);
      const length = Number(/\/Length (\d+)/.exec(dictionary)![1]);
      const raw = Buffer.from(file.slice(streamAt + 7, streamAt + 7 + length), 'latin1');
      const stream = dictionary.includes('FlateDecode') ? inflateSync(raw) : raw;
      this.objects.set(Number(match[1]), { dictionary, stream });
      start.lastIndex = streamAt + 7 + length;
    }
  }

  private readPage(id: number, dictionary: string): void {
    const fonts = new Map(
      [...dictionary.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, font]) => [
        name!,
        this.toUnicode(Number(font)),
      ]),
    );
    const content = this.objects.get(Number(/\/Contents (\d+) 0 R/.exec(dictionary)![1]))!.stream!;
    const spans: { mcid: string | null; actual: boolean }[] = [];
    let font = new Map<number, string>();
    const add = (text: string): void => {
      const mcid = spans.findLast((span) => span.mcid !== null)?.mcid ?? null;
      if (mcid !== null) this.marked.set(mcid, (this.marked.get(mcid) ?? '') + text);
    };
    const token =
      /<<((?:[^<>]|<(?!<)[^>]*>)*)>> BDC|(BMC)|(EMC)|\/(f\d+) ([\d.]+) Tf|1 0 0 -1 ([\d.]+) [\d.]+ cm|\[((?:\((?:\\[^]|[^\\)])*\)|[^\]])*)\] TJ|(\((?:\\[^]|[^\\)])*\)) Tj/g;
    for (const [, properties, begin, end, name, size, left, array, one] of content
      .toString('latin1')
      .matchAll(token)) {
      if (properties !== undefined) {
        this.properties.push(properties);
        const actual = /\/ActualText (<[^>]*>|\((?:\\[^]|[^\\)])*\))/.exec(properties)?.[1];
        const mcid = /\/MCID (\d+)/.exec(properties)?.[1];
        spans.push({ mcid: mcid === undefined ? null : `${id}:${mcid}`, actual: actual !== undefined });
        if (mcid !== undefined) this.marked.set(`${id}:${mcid}`, '');
        if (actual !== undefined) add(textString(actual));
      } else if (begin) spans.push({ mcid: null, actual: false });
      else if (end) spans.pop();
      else if (left) this.starts.push(Number(left));
      else if (name) {
        font = fonts.get(name) ?? new Map();
        this.sizes.push(Number(size));
      } else if (!spans.some(({ actual }) => actual))
        for (const [, string] of (array ?? one ?? '').matchAll(/\(((?:\\[^]|[^\\)])*)\)/g))
          add(
            glyphsOf(unescaped(string!))
              .map((glyph) => font.get(glyph) ?? '\ufffd')
              .join(''),
          );
    }
  }

  private toUnicode(fontId: number): Map<number, string> {
    const reference = /\/ToUnicode (\d+) 0 R/.exec(this.objects.get(fontId)!.dictionary)![1];
    const map = this.objects.get(Number(reference))!.stream!.toString('latin1');
    return new Map(
      [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, glyph, text]) => [
        parseInt(glyph!, 16),
        utf16(Buffer.from(text!, 'hex')),
      ]),
    );
  }

  private tag(id: number, page: string | null = null): Tag {
    const { dictionary } = this.objects.get(id)!;
    const own = /\/Pg (\d+) 0 R/.exec(dictionary)?.[1] ?? page;
    const kids = /\/K \[([^]*?)\]\n/.exec(dictionary)?.[1] ?? '';
    const children: (Tag | string)[] = [];
    for (const [, element, marked, mcid] of kids.matchAll(/(\d+) 0 R|<<([^>]*)>>|(\b\d+\b)/g)) {
      if (element) children.push(this.tag(Number(element), own));
      else {
        const number = mcid ?? /\/MCID (\d+)/.exec(marked!)![1]!;
        const key = `${/\/Pg (\d+) 0 R/.exec(marked ?? '')?.[1] ?? own}:${number}`;
        this.used.push(key);
        children.push(this.marked.get(key) ?? '');
      }
    }
    const kind = /\/S \/(\w+)/.exec(dictionary)![1]!;
    const actual = /\/ActualText (<[^>]*>)/.exec(dictionary)?.[1];
    if (actual) children.splice(0, children.length, textString(actual));
    const language = /\/Lang \(([^)]*)\)/.exec(dictionary)?.[1] ?? null;
    return { kind, language, dictionary, children };
  }
}

export const textOf = ({ children }: Tag): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

const utf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString('utf16le');
const glyphsOf = (bytes: Buffer): number[] =>
  Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2));

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (text: string): Buffer =>
  Buffer.from(
    text.replace(/\\(\d{1,3}|[^])/g, (_, code: string) =>
      /^\d/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (ESCAPES[code] ?? code),
    ),
    'latin1',
  );

function textString(value: string): string {
  const bytes = value.startsWith('<')
    ? Buffer.from(value.slice(1, -1), 'hex')
    : unescaped(value.slice(1, -1));
  return bytes.readUInt16BE(0) === 0xfeff ? utf16(bytes.subarray(2)) : bytes.toString('latin1');
}
