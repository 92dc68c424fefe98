import { ACTION_AGREEMENTS } from '#libs/casework/plans';
import { ACTION_STATUSES, ASSESSMENT_ELEMENTS, EVERY_CHILD_MATTERS_OUTCOMES } from '#libs/terms';
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
import { IsOptional } from 'class-validator';

export class OutcomeBody {
  @Words(500) description: string;
  @OneOf(EVERY_CHILD_MATTERS_OUTCOMES) everyChildMatters: string;
  @Whole(0, 10) startingScore: number;
  @OptionalWhole(0, 10) targetScore?: number;
  @ManyOf(ASSESSMENT_ELEMENTS) elements?: string[];
}
export class OutcomeChangesBody {
  @IsOptional() @Words(500) description?: string;
  @OptionalOneOf(EVERY_CHILD_MATTERS_OUTCOMES) everyChildMatters?: string;
  @OptionalWhole(0, 10) targetScore?: number;
  @ManyOf(ASSESSMENT_ELEMENTS) elements?: string[];
}
export class ActionBody {
  @Id() outcomeId: string;
  @Words(500) description: string;
  @OptionalId() doerPractitionerId?: string;
  @OptionalLine() doerName?: string;
  @Day() dueOn: string;
  @OptionalOneOf(ACTION_AGREEMENTS) familyAgreement?: string;
  @OptionalWords(2000) familyAgreementNote?: string;
}
export class ActionChangesBody {
  @OptionalOneOf(ACTION_STATUSES) status?: string;
  @OptionalWords() progressNote?: string;
  @OptionalDay() doneOn?: string;
  @OptionalWords(2000) droppedBecause?: string;
  @OptionalDay() dueOn?: string;
  @IsOptional() @Words(500) description?: string;
  @OptionalOneOf(ACTION_AGREEMENTS) familyAgreement?: string;
  @OptionalWords(2000) familyAgreementNote?: string;
}
