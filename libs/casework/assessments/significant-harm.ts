import { NO_SAFETY_ANSWERS, type SafetyAnswers } from '#libs/casework/safety-concerns';
import type { DraftPart } from './draft-parts.js';
import type { Conclusions } from './sections/conclusions.js';

/** What the conclusions said of harm to the child, and what they will say; null for any other part. */
export function harmIn({ row, answers }: DraftPart) {
  if (!answers || !('significant_harm' in answers)) return null;
  const before = row && 'answers' in row ? row.answers : {};
  return { version: null, before: toSafetyAnswers(before), after: toSafetyAnswers(answers as Conclusions) };
}

const toSafetyAnswers = ({
  significant_harm: harm,
  significant_harm_note: note,
}: Conclusions): SafetyAnswers => ({
  ...NO_SAFETY_ANSWERS,
  suffersHarm: harm === 'yes',
  said: note ?? null,
});
