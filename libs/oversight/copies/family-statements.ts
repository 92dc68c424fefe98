import {
  type DocumentBlock,
  type DocumentLanguage,
  type DocumentSection,
  statement,
  type StatementKey,
} from '#libs/documents';

/** What every copy for a family says first: what it is, what was agreed, and what the family can expect. */
export const aboutForFamily = (language: DocumentLanguage): DocumentSection =>
  about(
    [
      'whatThisIs',
      'consentAsked',
      'consentChange',
      'consentFree',
      'consentException',
      'promiseListen',
      'promiseHonest',
      'promiseTogether',
      'asWritten',
      'putRight',
    ],
    language,
  );

export const aboutForChild = (language: DocumentLanguage): DocumentSection =>
  about(['whatThisIsForChild', 'promiseListen', 'promiseHonest', 'promiseTogether', 'asWritten'], language);

const about = (keys: readonly StatementKey[], language: DocumentLanguage): DocumentSection => ({
  heading: statement('about', language),
  blocks: keys.map((key): DocumentBlock => ({ kind: 'statement', text: statement(key, language) })),
});

/** Says, in that language and in English, that its words are not checked yet. */
export const withUnchecked = (section: DocumentSection, language: DocumentLanguage): DocumentSection => ({
  ...section,
  blocks: [
    ...section.blocks,
    { kind: 'note', text: statement('unchecked', language) },
    { kind: 'note', text: statement('unchecked', 'en') },
  ],
});
