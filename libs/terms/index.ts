export { isKeyOf, keysOf, labelOf, optionsOf, type CodeList, type KeyOf } from './code-list.js';
export * from './lists/index.js';
export { capitalised, type Term } from './term.js';
export * from './validators/index.js';
export {
  LEVEL_NAMES,
  vocabulary,
  VOCABULARY_PACKS,
  type Concept,
  type Vocabulary,
  type VocabularyPack,
} from './vocabulary.js';
