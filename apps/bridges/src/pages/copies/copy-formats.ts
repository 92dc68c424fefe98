import {
  type DocumentLanguage,
  type DocumentLayout,
  isDocumentLanguage,
  type PrintedDocument,
  toAudioText,
  toBrailleText,
  toWord,
  type TypesetterService,
} from '#libs/documents';
import type { CopyChoice } from '#libs/oversight/copies';
import { FileAnswer } from '../../http/page.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TEXT = 'text/plain; charset=utf-8';

/** Every form that a copy is given in: where it is, and what the sender chooses it for. */
export const COPY_FORMATS = {
  page: {
    path: 'copy',
    layout: 'standard',
    text: 'Web page',
    hint: 'To read on a screen, or to print from the browser.',
  },
  pdf: {
    path: 'copy.pdf',
    layout: 'standard',
    text: 'PDF',
    hint: 'To print or send. Works with a screen reader.',
  },
  word: {
    path: 'copy.docx',
    layout: 'standard',
    text: 'Word',
    hint: 'For a reader who changes the size, colours or typeface to suit them.',
  },
  large: {
    path: 'copy.pdf',
    layout: 'large',
    text: 'Large print, PDF',
    hint: '20 point type, for a reader with low vision.',
  },
  easy: {
    path: 'copy.pdf',
    layout: 'easy',
    text: 'Easy Read layout, PDF',
    hint: 'Large type, one idea a line, and space for pictures. What people wrote is not made simpler.',
  },
  'easy-word': {
    path: 'copy.docx',
    layout: 'easy',
    text: 'Easy Read layout, Word',
    hint: 'The same, to put pictures in and to rewrite with the reader.',
  },
  braille: {
    path: 'copy.txt',
    layout: 'braille',
    text: 'Text for Braille',
    hint: 'Plain text in lines of at most 40 characters, for a Braille translator or display.',
  },
  audio: {
    path: 'copy.txt',
    layout: 'audio',
    text: 'Text to be read aloud',
    hint: 'Plain text in reading order, with dates and common abbreviations in full.',
  },
} as const satisfies Record<string, CopyFormat>;

type TextLayout = 'braille' | 'audio';
interface CopyFormat {
  readonly path: string;
  readonly layout: DocumentLayout | TextLayout;
  readonly text: string;
  readonly hint: string;
}

export const formatItems = Object.entries(COPY_FORMATS).map(([value, { text, hint }]) => ({
  ...{ value, text },
  hint: { text: hint },
}));

/** The address of the format that a sender chose, with every other answer; null where none or the page was chosen. */
export function formatHref(
  episodeId: string,
  { format, ...answers }: Record<string, unknown>,
): string | null {
  if (typeof format !== 'string' || format === 'page' || !Object.hasOwn(COPY_FORMATS, format)) return null;
  const { path, layout } = COPY_FORMATS[format as keyof typeof COPY_FORMATS];
  const query = new URLSearchParams({ layout });
  for (const [name, value] of Object.entries(answers))
    for (const one of [value].flat())
      if (typeof one === 'string' && name !== 'layout') query.append(name, one);
  return `/episodes/${episodeId}/${path}?${query.toString()}`;
}

/** How the copy is to be printed, as far as the address says it. */
export const choiceOf = (
  { layout, language, holds }: Record<string, unknown>,
  madeOn: string,
  isLanguageChecked: boolean,
): CopyChoice => ({
  layout: layout === 'large' || layout === 'easy' ? layout : 'standard',
  language: languageOf(language),
  isLanguageChecked,
  includesEverything: holds === 'everything',
  madeOn,
});

export const languageOf = (language: unknown): DocumentLanguage =>
  isDocumentLanguage(language) ? language : 'en';

export type FileKind = 'pdf' | 'docx' | 'txt';

/** The document as a file. Its name says what it is and when it was made, never whom it is about. */
export function toFile(
  document: PrintedDocument,
  kind: FileKind,
  { layout, madeOn, typesetter }: { layout: unknown; madeOn: string; typesetter: TypesetterService },
): FileAnswer {
  const isAudio = layout === 'audio';
  const form = kind === 'txt' ? (isAudio ? '-audio' : '-braille') : FORM_NAMES[document.layout];
  const name = `copy-${madeOn}${form}.${kind}`;
  if (kind === 'pdf') return new FileAnswer(name, 'application/pdf', () => typesetter.pdf(document));
  if (kind === 'docx') return new FileAnswer(name, WORD, () => toWord(document));
  const toText = isAudio ? toAudioText : toBrailleText;
  return new FileAnswer(name, TEXT, () => Promise.resolve(Buffer.from(toText(document))));
}

const FORM_NAMES: Record<DocumentLayout, string> = {
  standard: '',
  large: '-large-print',
  easy: '-easy-read',
};
