export * from './index-answers.service.js';
export * from './index-question.rules.js';
export * from './index-questions.module.js';
export * from './index-questions.service.js';
