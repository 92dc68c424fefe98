export { AccessExplanationModule } from './access-explanation.module.js';
export {
  AccessExplanationService,
  type CurrentViewer,
  type LoggedVisit,
} from './access-explanation.service.js';
export { AccessQuestionsService } from './access-questions.service.js';
