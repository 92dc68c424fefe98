import { CHECKLIST_DECISIONS, EXISTING_ASSESSMENTS, WOULD_CAF_HELP, YES_NO_NOT_SURE } from '#libs/terms';
import {
  NullableIsoDate,
  NullableLongText,
  NullableOneOf,
  OneOf,
  OptionalPart,
  OptionalYesNo,
} from './fields.js';

class AnswerBody {
  @OneOf(YES_NO_NOT_SURE) answer: 'yes' | 'no' | 'not_sure';
  @NullableLongText(2000) note?: string | null;
}

const Answer = (): PropertyDecorator => OptionalPart(() => AnswerBody);

class AnswersBody {
  @Answer() healthy?: AnswerBody;
  @Answer() safe_from_harm?: AnswerBody;
  @Answer() learning_and_developing?: AnswerBody;
  @Answer() positive_impact?: AnswerBody;
  @Answer() free_from_poverty?: AnswerBody;
}

export class ChecklistBody {
  @OptionalPart(() => AnswersBody) answers?: AnswersBody;
  @NullableLongText() extraHelp?: string | null;
  @NullableOneOf(YES_NO_NOT_SURE) clearWhatIsNeeded?: string | null;
  @NullableOneOf(YES_NO_NOT_SURE) ownServiceCanProvide?: string | null;
  @NullableOneOf(YES_NO_NOT_SURE) moreThanOneService?: string | null;
  @NullableOneOf(WOULD_CAF_HELP) assessmentWouldHelp?: string | null;
  @NullableOneOf(EXISTING_ASSESSMENTS) existingAssessment?: string | null;
  @OptionalYesNo() discussedWithChild?: boolean;
  @OptionalYesNo() discussedWithParent?: boolean;
  @NullableLongText(2000) reasonNotDiscussed?: string | null;
  @NullableOneOf(CHECKLIST_DECISIONS) decision?: string | null;
  @NullableIsoDate() decidedOn?: string | null;
  @OptionalYesNo() complete?: boolean;
}
