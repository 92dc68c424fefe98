export { type HeldQuestion, IndexAnswersService } from './index-answers.service.js';
export {
  type IndexQuestion,
  type IndexQuestionDraft,
  MAY_BE_KNOWN,
  PASSED_ON,
  standing,
} from './index-question.rules.js';
export { IndexQuestionsModule } from './index-questions.module.js';
export { IndexQuestionsService } from './index-questions.service.js';
