const RTL =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}\\p{Script=Samaritan}\\p{Script=Mandaic}\\p{Script=Adlam}';
/** A run of words written from right to left, with the spaces, hyphens and apostrophes between them. */
const RUN = new RegExp(`[${RTL}][\\p{M}\\u200c\\u200d]*(?:[ '’\\-]?[${RTL}][\\p{M}\\u200c\\u200d]*)*`, 'gu');
const ANY = new RegExp(`[${RTL}]`, 'u');
/** Tags, comments, and elements whose text is not prose: a tag inside them would be shown or run. */
const NOT_PROSE = /<(script|style|textarea|title|option|svg)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gi;
const DRAWING = /^<svg\b/i;
const TEXT_ONLY = /^(<(?:title|option)\b[^>]*>)([\s\S]*?)(<\/(?:title|option)>)$/i;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Names written from right to left, kept apart in a sentence of plain text, so that what surrounds them stays in order. */
export const isolateText = (text: string): string =>
  text.replace(RUN, (run) => `${FIRST_STRONG_ISOLATE}${run}${POP_ISOLATE}`);

/** The same in a finished page, by `bdi`: no template needs to think of it, and none can forget it. */
export function isolatePage(html: string): string {
  if (!ANY.test(html)) return html;
  let from = 0;
  let isolated = '';
  for (const match of html.matchAll(NOT_PROSE)) {
    isolated += isolateMarkup(html.slice(from, match.index)) + isolateTitle(match[0]);
    from = match.index + match[0].length;
  }
  return isolated + isolateMarkup(html.slice(from));
}

const isolateMarkup = (text: string): string => text.replace(RUN, (run) => `<bdi>${run}</bdi>`);

function isolateTitle(element: string): string {
  if (DRAWING.test(element))
    return element.replace(/>([^<]+)</g, (_, text: string) => `>${isolateText(text)}<`);
  const parts = TEXT_ONLY.exec(element);
  return parts ? `${parts[1]}${isolateText(parts[2]!)}${parts[3]}` : element;
}
