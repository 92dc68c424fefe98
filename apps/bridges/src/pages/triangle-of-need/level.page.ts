import type { LevelDecisionView, StepUpView } from '#libs/casework/triangle-of-need';
import { journeyOnTriangle } from '#libs/page-kit';
import { londonDate } from '#libs/platform';
import {
  FAMILY_AGREEMENTS,
  type FamilyAgreement,
  LEVEL_OCCASIONS,
  PRACTITIONER_ROLES,
  type PractitionerRole,
  STEP_UP_ANSWERS,
  type StepUpAnswer,
} from '#libs/terms';

export function journeyOf(history: readonly LevelDecisionView[], today: string) {
  const steps = [...history]
    .reverse()
    .map(({ decidedOn, level }) => ({ date: decidedOn, level: level.number, name: level.name }));
  return journeyOnTriangle(steps, { today });
}

export function historyRows(history: readonly LevelDecisionView[]) {
  return history.map((decision) => ({
    ...decision,
    decidedOn: decision.decidedOn,
    occasion: LEVEL_OCCASIONS[decision.occasion],
    by: signed(decision.decidedBy, decision.decidedRole),
  }));
}

export function toStepUpView(stepUp: StepUpView, today: string) {
  return {
    ...stepUp,
    raisedOn: londonDate(stepUp.raisedAt),
    by: signed(stepUp.raisedBy, stepUp.raisedRole),
    agreement: FAMILY_AGREEMENTS[stepUp.familyAgreement as FamilyAgreement],
    answer: stepUp.outcome ? STEP_UP_ANSWERS[stepUp.outcome as StepUpAnswer] : null,
    /** The reason for asking social care without consent: the practitioner's words, never the family's. */
    whyWithoutAgreement: stepUp.familyAgreement === 'agreed' ? null : stepUp.familyAgreementNote,
    isLate: stepUp.outcome === null && stepUp.answerDueOn < today,
    answeredBy: stepUp.outcomeBy && signed(stepUp.outcomeBy, 'front_door'),
    answeredOn: stepUp.outcomeAt ? londonDate(stepUp.outcomeAt) : null,
  };
}

/** The author, their agency and role at the time: people change posts, the record does not. */
function signed(
  person: { readonly name: string; readonly agency: { readonly name: string } } | null,
  role: string,
): string {
  const as = PRACTITIONER_ROLES[role as PractitionerRole] ?? role;
  return person ? `${person.name}, ${person.agency.name} (${as.toLowerCase()})` : as;
}
