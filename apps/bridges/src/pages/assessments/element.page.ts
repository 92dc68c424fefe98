import type { AssessmentView, ElementView } from '#libs/casework/assessments';
import { actor } from '#libs/platform';
import { type AssessmentElement, NEED_INDICATORS } from '#libs/terms';
import { type ClashView, toClashView } from './clash.page.js';
import { toElementValues } from './element.form.js';

const LEVELS = [1, 2, 3, 4] as const;
const LABELS = {
  childsWords: 'In the child’s own words',
  strengths: 'Strengths',
  needs: 'Needs',
  evidence: 'Source',
  levelIndicator: 'Level of need suggested by this',
  notExploredBecause: 'Not discussed: why?',
};
const IN_WORDS = { levelIndicator: (value: string) => value && `Level ${value}` };

/** The passage that the reader edits: their own first, since under a topic there may be those of others. */
export function passageOf(
  { elements }: AssessmentView,
  name: AssessmentElement,
  topic: string,
): ElementView | undefined {
  const passages = elements.filter((each) => each.element === name && each.topic === topic);
  return passages.find((each) => each.writtenBy?.id === actor().practitionerId) ?? passages[0];
}

/** The signs of need beside an element, level by level. */
export const toIndicatorsView = (name: AssessmentElement) =>
  LEVELS.map((level) => ({ level, signs: NEED_INDICATORS[name][level] }));

/** The fields in which what a colleague saved differs from what was typed. */
export const toElementClashView = (saved: ElementView | undefined, typed: object): ClashView[] =>
  toClashView(LABELS, toElementValues(saved, ''), { ...typed }, IN_WORDS);

/** What the version before says of an element, beside the form of a new one. */
export function toLastTimeView(before: AssessmentView | null, name: AssessmentElement, topic: string) {
  if (!before) return null;
  const { number, completedAt } = before;
  const fields = toElementClashView(undefined, toElementValues(passageOf(before, name, topic), ''));
  return { number, completedAt, fields: fields.map(({ label, mine }) => ({ label, text: mine })) };
}
