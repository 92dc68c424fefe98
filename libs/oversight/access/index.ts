export { AccessExplainedModule } from './access-explained.module.js';
export { AccessExplained, type WhoCan, type WhoLooked } from './access-explained.service.js';
export { AccessQuestions } from './access-questions.service.js';
