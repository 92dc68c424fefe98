import {
  DOCUMENT_LANGUAGES,
  type DocumentLanguage,
  isDocumentLanguage,
  type StatementCheck,
  type StatementKey,
  STATEMENTS,
} from '#libs/documents';

/** English is what the others are translated from. */
export const TRANSLATED = (Object.keys(DOCUMENT_LANGUAGES) as DocumentLanguage[]).filter(
  (language) => language !== 'en',
);

export const languageIn = (asked: unknown): DocumentLanguage =>
  isDocumentLanguage(asked) && asked !== 'en' ? asked : TRANSLATED[0]!;

/** One language beside English, sentence by sentence, and the state of every language. */
export function toStatementsView(language: DocumentLanguage, checks: readonly StatementCheck[]) {
  const checkOf = (one: DocumentLanguage) => checks.find((check) => check.language === one) ?? null;
  const { name, tag, direction } = DOCUMENT_LANGUAGES[language];
  return {
    languages: TRANSLATED.map((one) => ({
      href: `/statements?language=${one}`,
      name: DOCUMENT_LANGUAGES[one].name as string,
      isShown: one === language,
      check: checkOf(one),
    })),
    language: { key: language, name: name as string, lang: tag as string, dir: direction as string },
    check: checkOf(language),
    rows: (Object.keys(STATEMENTS.en) as StatementKey[]).map((key) => ({
      english: STATEMENTS.en[key] as string,
      translation: STATEMENTS[language][key],
    })),
  };
}
