import { ASSESSMENT_ELEMENTS, type AssessmentElement, SENSITIVE_TOPICS } from '#libs/terms';
import {
  NullableInteger,
  NullableLongText,
  NullableOneOf,
  OneOf,
  OptionalNestedArray,
  OptionalRecord,
} from './fields.js';

class ElementBody {
  @OneOf(ASSESSMENT_ELEMENTS) element: AssessmentElement;
  @NullableOneOf(SENSITIVE_TOPICS) topic?: string | null;
  @NullableLongText() strengths?: string | null;
  @NullableLongText() needs?: string | null;
  @NullableLongText() evidence?: string | null;
  @NullableLongText() childsWords?: string | null;
  @NullableInteger(1, 4) levelIndicator?: number | null;
  @NullableLongText(2000) notExploredBecause?: string | null;
}

export class AssessmentBody {
  /**
   * Sections by name, each with some or all of the parts in SectionAnswers. A section rejects parts that it does not
   * have.
   */
  @OptionalRecord() sections?: Record<string, unknown>;
  @OptionalNestedArray(() => ElementBody, 60)
  elements?: ElementBody[];
}
