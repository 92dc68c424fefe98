export * from './access.rules.js';
export * from './access-explained.module.js';
export * from './access-explained.service.js';
export * from './access-questions.service.js';
