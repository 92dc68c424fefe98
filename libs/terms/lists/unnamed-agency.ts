/** Why an agency is not named to a reader: its name reveals what it treats, or where a protected child is. */
export const UNNAMED_AGENCIES = {
  sensitive: 'A sensitive service',
  protected: 'An agency whose name is protected',
} as const;
export type UnnamedAgency = keyof typeof UNNAMED_AGENCIES;

/** The same for the people who work there. */
export const UNNAMED_PEOPLE: Readonly<Record<UnnamedAgency, string>> = {
  sensitive: 'A practitioner in a sensitive service',
  protected: 'A practitioner whose name is protected',
};

/** Whom to ask instead of a lead professional who is not named. */
export const UNNAMED_LEADS: Readonly<Record<UnnamedAgency, string>> = {
  sensitive: 'The lead professional works in a sensitive service. Ask the coordinator for the locality.',
  protected: 'The lead professional’s name is protected. Ask information governance.',
};
