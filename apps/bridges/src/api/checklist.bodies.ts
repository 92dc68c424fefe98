import { CHECKLIST_DECISIONS, EXISTING_ASSESSMENTS, WOULD_CAF_HELP, YES_NO_NOT_SURE } from '#libs/terms';
import { OneOf, OptionalDay, OptionalOneOf, OptionalPart, OptionalWords, OptionalYesNo } from './fields.js';

export class AnswerBody {
  @OneOf(YES_NO_NOT_SURE) answer: 'yes' | 'no' | 'not_sure';
  @OptionalWords(2000) note?: string;
}

const Answer = (): PropertyDecorator => OptionalPart(() => AnswerBody);

export class AnswersBody {
  @Answer() healthy?: AnswerBody;
  @Answer() safe_from_harm?: AnswerBody;
  @Answer() learning_and_developing?: AnswerBody;
  @Answer() positive_impact?: AnswerBody;
  @Answer() free_from_poverty?: AnswerBody;
}

export class ChecklistBody {
  @OptionalPart(() => AnswersBody) answers?: AnswersBody;
  @OptionalWords() extraHelp?: string;
  @OptionalOneOf(YES_NO_NOT_SURE) clearWhatIsNeeded?: string;
  @OptionalOneOf(YES_NO_NOT_SURE) ownServiceCanProvide?: string;
  @OptionalOneOf(YES_NO_NOT_SURE) moreThanOneService?: string;
  @OptionalOneOf(WOULD_CAF_HELP) assessmentWouldHelp?: string;
  @OptionalOneOf(EXISTING_ASSESSMENTS) existingAssessment?: string;
  @OptionalYesNo() discussedWithChild?: boolean;
  @OptionalYesNo() discussedWithParent?: boolean;
  @OptionalWords(2000) reasonNotDiscussed?: string;
  @OptionalOneOf(CHECKLIST_DECISIONS) decision?: string;
  @OptionalDay() decidedOn?: string;
  @OptionalYesNo() complete?: boolean;
}
