/** Lawful bases for holding or sharing. Kept apart from consent to take part: most councils rely on public task. */
export const LAWFUL_BASES = {
  public_task: 'Public task',
  legal_obligation: 'Legal obligation',
  vital_interests: 'Vital interests',
  recognised_legitimate_interest: 'Recognised legitimate interest: safeguarding',
  legitimate_interests: 'Legitimate interests',
  consent: 'Consent',
} as const;
export type LawfulBasis = keyof typeof LAWFUL_BASES;

/** The article of the UK GDPR behind each; 6(1)(ea) is in force from 5 February 2026. */
export const LAWFUL_BASIS_ARTICLES: Readonly<Record<LawfulBasis, string>> = {
  public_task: 'UK GDPR article 6(1)(e)',
  legal_obligation: 'UK GDPR article 6(1)(c)',
  vital_interests: 'UK GDPR article 6(1)(d)',
  recognised_legitimate_interest: 'UK GDPR article 6(1)(ea)',
  legitimate_interests: 'UK GDPR article 6(1)(f)',
  consent: 'UK GDPR article 6(1)(a)',
};
