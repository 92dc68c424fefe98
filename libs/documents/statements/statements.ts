import { createHash } from 'node:crypto';
import { type Phrase, phrase } from '../document.js';
import type { DocumentLanguage } from '../languages.js';
import { BENGALI } from './bn.js';
import { ENGLISH, type StatementKey, type Statements } from './en.js';
import { GUJARATI } from './gu.js';
import { HINDI } from './hi.js';
import { PUNJABI } from './pa.js';
import { POLISH } from './pl.js';
import { URDU } from './ur.js';

export const STATEMENTS: Readonly<Record<DocumentLanguage, Statements>> = {
  en: ENGLISH,
  bn: BENGALI,
  pa: PUNJABI,
  hi: HINDI,
  gu: GUJARATI,
  ur: URDU,
  pl: POLISH,
};

/** One fixed statement in a language. */
export const statement = (key: StatementKey, language: DocumentLanguage): Phrase =>
  phrase(STATEMENTS[language][key], language);

/** Identifies the exact wording in a language beside its English: a check of other words does not count for these. */
export const wordingOf = (language: DocumentLanguage): string =>
  createHash('sha256')
    .update(JSON.stringify([STATEMENTS.en, STATEMENTS[language]]))
    .digest('hex');
