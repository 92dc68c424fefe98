import { withoutUnstorable } from '#libs/terms';
import { type DocumentLanguage, languageOfText } from './languages.js';

/** Text in one language; a renderer tells it to the software that reads the document aloud. */
export interface Phrase {
  readonly text: string;
  readonly language: DocumentLanguage;
}

export type DocumentBlock =
  | {
      readonly kind: 'passage';
      readonly heading: Phrase | null;
      readonly tag: Phrase | null;
      readonly text: Phrase;
    }
  | { readonly kind: 'note'; readonly text: Phrase }
  /** One idea, beside a space for a picture where the layout is Easy Read. */
  | { readonly kind: 'statement'; readonly text: Phrase }
  | {
      readonly kind: 'table';
      readonly caption: Phrase;
      readonly head: readonly Phrase[];
      readonly rows: readonly (readonly Phrase[])[];
    };

export interface DocumentSection {
  readonly heading: Phrase | null;
  readonly blocks: readonly DocumentBlock[];
}

export const LAYOUTS = ['standard', 'large', 'easy'] as const;
export type DocumentLayout = (typeof LAYOUTS)[number];

/** What is printed, sent or read aloud, in reading order: plain data, from which every format is made. */
export interface PrintedDocument {
  readonly title: Phrase;
  /** The language of the fixed statements and headings. */
  readonly language: DocumentLanguage;
  readonly layout: DocumentLayout;
  /** When it was made, and for which reader. */
  readonly made: Phrase;
  readonly sections: readonly DocumentSection[];
}

/** Characters that no document can hold, although a database can. */
const NOT_IN_DOCUMENTS = /[\ufeff\ufffe\uffff]/g;

/** Fixed text in a known language. */
export const phrase = (text: string, language: DocumentLanguage): Phrase => ({
  text: withoutUnstorable(text)
    .replace(NOT_IN_DOCUMENTS, '')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n'),
  language,
});

/** Text as a person wrote it; its language follows from its script, and is English where the script leaves it open. */
export const asWritten = (text: string): Phrase => phrase(text, languageOfText(text));

/** The paragraphs of a text, each as its lines. A blank line separates paragraphs. */
export const paragraphsOf = ({ text }: Phrase): string[][] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n'))
    .filter((paragraph) => paragraph.some((line) => line.trim() !== ''));
