import { IsObject, IsOptional } from 'class-validator';
import { ASSESSMENT_ELEMENTS, type AssessmentElement, SENSITIVE_TOPICS } from '#libs/terms';
import { OneOf, OptionalOneOf, OptionalParts, OptionalWhole, OptionalWords } from './fields.js';

export class ElementBody {
  @OneOf(ASSESSMENT_ELEMENTS) element: AssessmentElement;
  @OptionalOneOf(['', ...Object.keys(SENSITIVE_TOPICS)]) topic?: string | null;
  @OptionalWords() strengths?: string | null;
  @OptionalWords() needs?: string | null;
  @OptionalWords() evidence?: string | null;
  @OptionalWords() childsWords?: string | null;
  @OptionalWhole(1, 4) levelIndicator?: number | null;
  @OptionalWords(2000) notExploredBecause?: string | null;
}

export class AssessmentBody {
  /** Each section is read by its own reader, which refuses parts that it does not know. */
  @IsOptional() @IsObject() sections?: Record<string, unknown>;
  @OptionalParts(() => ElementBody, 60)
  elements?: ElementBody[];
}
