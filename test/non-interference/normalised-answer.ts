const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** An answer without the values that differ from one request to the next. */
export interface Look {
  readonly path: string;
  readonly status: number;
  /** Headers and body. */
  readonly text: string;
  /** Addresses that the answer leads to: links, list filters, and the next page. */
  readonly onward: readonly string[];
}
interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Record<string, string>;
}

/** Headers that differ between answers regardless of content. */
const VOLATILE_HEADERS = [
  'date',
  'x-request-id',
  'content-length',
  'connection',
  'keep-alive',
  'set-cookie',
  'vary',
];
/** How many options of each list filter are tried. */
const CHOICES = 3;

export function lookOf(path: string, answer: Answer, began: number): Look {
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !VOLATILE_HEADERS.includes(name))
    .map(([name, value]) => `${name}: ${value}`);
  // The nonce's length may differ, so replace it whole.
  const text = normalised([...headers.sort(), '', answer.text].join('\n'), began);
  return { path, status: answer.status, text, onward: onwardFrom(path, answer.text) };
}

export const withoutIds = (look: Look): Look => ({
  ...look,
  text: look.text.replace(UUID, '*').replaceAll('a new id', '*'),
});

/** The page's address without ids and cursor. */
export const shapeOf = (path: string): string => path.replace(UUID, '*').replace(/cursor=[^&]*/, 'cursor');

export const inPlaceOfIds = (path: string, id: string): string => path.replace(UUID, id);

function onwardFrom(path: string, text: string): string[] {
  const next = /"next":"([^"]+)"/.exec(text)?.[1];
  if (next) {
    const first = path.replace(/[?&]cursor=[^&]*/, '');
    return [`${first}${first.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`];
  }
  const links = [...text.matchAll(/href="(\/[^"#]*)/g)].map((match) => match[1]!.replaceAll('&amp;', '&'));
  const filters = [...text.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
    .filter(([, tag]) => /method="get"/i.test(tag!))
    .flatMap(([, tag, inside]) =>
      choicesIn(/action="([^"]+)"/.exec(tag!)?.[1] ?? path.split('?')[0]!, inside!),
    );
  return [...links, ...filters];
}

/** The addresses that a filter form leads to, one option at a time. */
function choicesIn(action: string, form: string): string[] {
  const selects = [...form.matchAll(/<select\b[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].flatMap(
    ([, name, options]) =>
      [...options!.matchAll(/<option\b[^>]*value="([^"]+)"/g)]
        .slice(0, CHOICES)
        .map((one) => [name!, one[1]!] as const),
  );
  const boxes = [...form.matchAll(/<input\b[^>]*type="(?:radio|checkbox)"[^>]*>/g)].map(
    ([tag]) => [/name="([^"]+)"/.exec(tag)?.[1] ?? '', /value="([^"]+)"/.exec(tag)?.[1] ?? ''] as const,
  );
  return [...selects, ...boxes]
    .filter(([name, value]) => name && value)
    .map(([name, value]) => `${action}?${new URLSearchParams({ [name]: value }).toString()}`);
}

/** Removes what differs between requests: tokens, and ids created since both worlds began. */
function normalised(text: string, began: number): string {
  return (
    text
      .replaceAll(/name="_csrf" value="[^"]+"/g, 'name="_csrf"')
      .replaceAll(/nonce[=-]"?[A-Za-z0-9+/=_-]+"?/g, 'nonce')
      .replaceAll(/urn:uuid:[0-9a-f-]+/g, 'urn:uuid')
      .replaceAll(/"(exportedAt|next|digest|signature)":"[^"]+"/g, '"$1"')
      // An identity provider is changed by the real clock, which a world's stopped clock does not hold.
      .replaceAll(/("isOn":\w+,"changedAt"):"[^"]+"/g, '$1')
      .replaceAll(/\/calendar\/[\w-]{43}\.ics/g, '/calendar')
      .replaceAll(/whsec_[\w+/]+=*/g, 'whsec')
      .replaceAll(/cursor=[\w%-]+/g, 'cursor')
      // The two worlds are visited one after the other: the second in which a file was written may differ.
      .replaceAll(/DTSTAMP:\d+T\d+Z/g, 'DTSTAMP')
      .replaceAll(/(you last signed in on )\d+ \w+ \d+ at [\d:]+[ap]m/g, '$1')
      .replaceAll(UUID, (id) => (createdAt(id) >= began ? 'a new id' : id))
  );
}

/** The creation time of a version 7 id. A version 4 id, as the database creates, has none and counts as now. */
function createdAt(id: string): number {
  if (id[14] === '4') return Date.now();
  return id[14] === '7' && id.startsWith('0') ? Number.parseInt(id.replace('-', '').slice(0, 12), 16) : 0;
}
