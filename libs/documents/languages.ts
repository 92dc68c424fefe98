/** Languages that the fixed statements of a document are written in, by the tag that documents use. */
export const DOCUMENT_LANGUAGES = {
  en: { name: 'English', ownName: 'English', tag: 'en-GB', direction: 'ltr' },
  bn: { name: 'Bengali', ownName: 'বাংলা', tag: 'bn-BD', direction: 'ltr' },
  pa: { name: 'Punjabi', ownName: 'ਪੰਜਾਬੀ', tag: 'pa-IN', direction: 'ltr' },
  hi: { name: 'Hindi', ownName: 'हिन्दी', tag: 'hi-IN', direction: 'ltr' },
  gu: { name: 'Gujarati', ownName: 'ગુજરાતી', tag: 'gu-IN', direction: 'ltr' },
  ur: { name: 'Urdu', ownName: 'اردو', tag: 'ur-PK', direction: 'rtl' },
  pl: { name: 'Polish', ownName: 'Polski', tag: 'pl-PL', direction: 'ltr' },
} as const satisfies Record<string, DocumentLanguageFacts>;

interface DocumentLanguageFacts {
  readonly name: string;
  readonly ownName: string;
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}
export type DocumentLanguage = keyof typeof DOCUMENT_LANGUAGES;

export const isDocumentLanguage = (value: unknown): value is DocumentLanguage =>
  typeof value === 'string' && Object.hasOwn(DOCUMENT_LANGUAGES, value);

/** The script tells the language, for the languages that Bridges has statements in. */
const SCRIPTS: readonly (readonly [DocumentLanguage, RegExp])[] = [
  ['bn', /\p{Script=Bengali}/gu],
  ['pa', /\p{Script=Gurmukhi}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['gu', /\p{Script=Gujarati}/gu],
  ['ur', /\p{Script=Arabic}/gu],
];
const LATIN = /\p{Script=Latin}/gu;

/** The language of the script that most letters are in; English for Latin letters and for every other script. */
export function languageOfText(text: string): DocumentLanguage {
  let [language, most]: [DocumentLanguage, number] = ['en', text.match(LATIN)?.length ?? 0];
  for (const [candidate, script] of SCRIPTS) {
    const count = text.match(script)?.length ?? 0;
    if (count > most) [language, most] = [candidate, count];
  }
  return language;
}

export const isRightToLeft = (language: DocumentLanguage): boolean =>
  DOCUMENT_LANGUAGES[language].direction === 'rtl';
