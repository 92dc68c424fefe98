export { AccessExplanationModule } from './access-explained.module.js';
export { AccessExplanationService, type CurrentViewer, type LoggedVisit } from './access-explained.service.js';
export { AccessQuestionsService } from './access-questions.service.js';
