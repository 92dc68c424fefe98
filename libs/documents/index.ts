export {
  asWritten,
  type DocumentBlock,
  type DocumentLayout,
  type DocumentSection,
  LAYOUTS,
  type Phrase,
  phrase,
  type PrintedDocument,
} from './document.js';
export { DocumentsModule } from './documents.module.js';
export { DOCUMENT_LANGUAGES, type DocumentLanguage, isDocumentLanguage, isRightToLeft } from './languages.js';
export { TypesetterService } from './pdf/typesetter.service.js';
export { toAudioText, toBrailleText } from './text/plain-text.js';
export { toWord } from './word/word.js';
export type { StatementKey } from './statements/en.js';
export { type StatementCheck, StatementChecksService } from './statements/statement-checks.service.js';
export { statement, STATEMENTS } from './statements/statements.js';
