import { ValidateIf } from 'class-validator';
import { ACTION_AGREEMENTS } from '#libs/casework/plans';
import {
  ACTION_STATUSES,
  ASSESSMENT_ELEMENTS,
  EVERY_CHILD_MATTERS_OUTCOMES,
  SENSITIVE_TOPICS,
} from '#libs/terms';
import {
  Day,
  Id,
  ManyOf,
  OneOf,
  OptionalDay,
  OptionalId,
  OptionalLine,
  OptionalOneOf,
  OptionalWhole,
  OptionalWords,
  Whole,
  Words,
} from './fields.js';

const TOPICS = ['', ...Object.keys(SENSITIVE_TOPICS)];
/** May be left out, but not emptied: null is refused. */
const IfGiven = (): PropertyDecorator => ValidateIf((_body, value) => value !== undefined);

export class OutcomeBody {
  @Words(500) description: string;
  @OneOf(EVERY_CHILD_MATTERS_OUTCOMES) everyChildMatters: string;
  @Whole(0, 10) startingScore: number;
  @OptionalWhole(0, 10) targetScore?: number;
  @IfGiven() @ManyOf(ASSESSMENT_ELEMENTS) elements?: string[];
  @OptionalOneOf(TOPICS) topic?: string;
}
export class OutcomeChangesBody {
  @IfGiven() @Words(500) description?: string;
  @IfGiven() @OneOf(EVERY_CHILD_MATTERS_OUTCOMES) everyChildMatters?: string;
  @OptionalWhole(0, 10) targetScore?: number;
  @IfGiven() @ManyOf(ASSESSMENT_ELEMENTS) elements?: string[];
}
export class ActionBody {
  @Id() outcomeId: string;
  @Words(500) description: string;
  @OptionalId() doerPractitionerId?: string;
  @OptionalLine() doerName?: string;
  @Day() dueOn: string;
  @IfGiven() @OneOf(ACTION_AGREEMENTS) familyAgreement?: string;
  @OptionalWords(2000) familyAgreementNote?: string;
  @OptionalOneOf(TOPICS) topic?: string;
}
export class ActionChangesBody {
  @IfGiven() @OneOf(ACTION_STATUSES) status?: string;
  @OptionalWords() progressNote?: string;
  @OptionalDay() doneOn?: string;
  @OptionalWords(2000) droppedBecause?: string;
  @IfGiven() @Day() dueOn?: string;
  @IfGiven() @Words(500) description?: string;
  @IfGiven() @OneOf(ACTION_AGREEMENTS) familyAgreement?: string;
  @OptionalWords(2000) familyAgreementNote?: string;
}
