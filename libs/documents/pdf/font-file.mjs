// What is needed of the TrueType format: to name a font, and to make a font of one box for every character.

/** The font under another family name: typesetting takes one file of each family and weight, ours come in subsets. */
export function renamed(font, family) {
  const tables = tablesOf(font);
  const isBold = tables.get('OS/2').readUInt16BE(4) >= 600;
  return fontOf(tables.set('name', names(family, isBold ? 'Bold' : 'Regular')));
}

/** A font that shows each character as the same box, so that text with a character of no other font can be set. */
export function boxFont(family) {
  return fontOf(
    new Map([
      ['OS/2', METRICS],
      ['cmap', EVERY_CHARACTER],
      ['glyf', BOX],
      ['head', HEAD],
      ['hhea', words(1, 0, 800, -200, 0, 620, 0, 0, 560, 1, 0, 0, 0, 0, 0, 0, 0, 2)],
      ['hmtx', words(620, 0, 620, 60)],
      ['loca', words(0, 0, BOX.length / 2)],
      ['maxp', words(1, 0, 2, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
      ['name', names(family, 'Regular')],
      ['post', Buffer.concat([words(3, 0), Buffer.alloc(28)])],
    ]),
  );
}

function words(...numbers) {
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, index) => bytes.writeUInt16BE(number & 0xffff, index * 2));
  return bytes;
}

function longs(...numbers) {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => bytes.writeUInt32BE(number, index * 4));
  return bytes;
}

/** Two outlines, one inside the other: bounds, last point of each, no instructions, every point on the outline. */
const BOX = Buffer.concat([
  words(2, 60, 0, 560, 700, 3, 7, 0),
  Buffer.alloc(8, 1),
  words(60, 0, 500, 0, -450, 400, 0, -400),
  words(0, 700, 0, -700, 50, 0, 600, 0),
]);

/** Format 13 gives a whole range of characters one glyph. */
const EVERY_CHARACTER = Buffer.concat([
  words(0, 1, 3, 10),
  longs(12),
  words(13, 0),
  longs(28, 0, 1, 0x20, 0x10ffff, 1),
]);

const HEAD = Buffer.concat([
  words(1, 0, 1, 0),
  longs(0, 0x5f0f3cf5),
  words(0x0b, 1000),
  Buffer.alloc(16),
  words(60, 0, 560, 700, 0, 8, 2, 0, 0),
]);

const METRICS = Buffer.concat([
  words(4, 620, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
  Buffer.alloc(26),
  Buffer.from('BRDG'),
  words(0x40, 0x20, 0xffff, 800, -200, 0, 800, 200),
  Buffer.alloc(8),
  words(500, 700, 0, 32, 0),
]);

function names(family, style) {
  const texts = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, `${family}-${style}`.replaceAll(' ', '')],
  ].map(([id, text]) => [id, Buffer.from(text, 'utf16le').swap16()]);
  let at = 0;
  const records = texts.map(([id, text]) => {
    const record = words(3, 1, 0x409, id, text.length, at);
    at += text.length;
    return record;
  });
  return Buffer.concat([
    words(0, texts.length, 6 + 12 * texts.length),
    ...records,
    ...texts.map(([, text]) => text),
  ]);
}

function tablesOf(font) {
  const tables = new Map();
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16;
    const [at, length] = [font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 12)];
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(at, at + length));
  }
  return tables;
}

function fontOf(tables) {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  let at = 12 + 16 * sorted.length;
  const entries = [];
  const bodies = [];
  for (const [tag, table] of sorted) {
    const body = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    entries.push(Buffer.from(tag, 'latin1'), longs(checksum(body), at, table.length));
    bodies.push(body);
    at += body.length;
  }
  const search = words(sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16);
  return Buffer.concat([longs(0x10000), search, ...entries, ...bodies]);
}

function checksum(body) {
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
  return sum;
}
