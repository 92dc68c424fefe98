import type { FamilyAgreement } from '#libs/terms';

const IN_WORDS: Record<FamilyAgreement, string> = {
  agreed: 'The family agreed to the step-up.',
  not_agreed: 'The family did not agree to the step-up.',
  not_asked: 'The family was not asked about the step-up.',
};

/** What the family thinks of level 4, as far as the step-up tells. */
export function familyViewOf({
  familyAgreement,
  familyAgreementNote,
}: {
  familyAgreement: string;
  familyAgreementNote: string | null;
}): string {
  return [IN_WORDS[familyAgreement as FamilyAgreement], familyAgreementNote].filter(Boolean).join(' ');
}
