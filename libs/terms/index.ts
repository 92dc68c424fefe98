export { isKeyOf, keysOf, labelOf, optionsOf, type CodeList, type KeyOf } from './code-list.js';
export * from './lists/index.js';
export * from './validators/index.js';
