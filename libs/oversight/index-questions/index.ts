export { type ReceivedQuestion, IndexAnswersService } from './index-answers.service.js';
export {
  type IndexQuestion,
  type IndexQuestionDraft,
  SEARCH_RESPONSE,
  QUESTION_RESPONSE,
  standing,
} from './index-question.rules.js';
export { IndexQuestionsModule } from './index-questions.module.js';
export { IndexQuestionsService } from './index-questions.service.js';
