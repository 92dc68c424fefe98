/** Why a child's address is kept from a person: significant harm is likely if that person knew it. */
export const SHIELD_GROUNDS = {
  domestic_abuse: 'Domestic abuse',
  refuge: 'Lives in a refuge',
  marac: 'Discussed at a multi-agency risk assessment conference (MARAC)',
  adoption: 'Adoption',
  police_protection: 'Police or witness protection',
  forced_marriage: 'Forced marriage or so-called honour-based abuse',
  high_profile: 'A family in the public eye',
  other: 'Other danger if the address is known',
} as const;
export type ShieldGround = keyof typeof SHIELD_GROUNDS;

/** Who asked for the shield; several may, a refuge among them. */
export const SHIELD_REQUESTERS = {
  parent: 'A parent or carer',
  child: 'The child or young person',
  practitioner: 'A practitioner',
  refuge: 'A refuge',
  police: 'The police',
  other: 'Someone else',
} as const;
export type ShieldRequester = keyof typeof SHIELD_REQUESTERS;
