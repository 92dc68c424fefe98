import { daysBetween, type CalendarDate } from '#libs/platform';
import { labelOf, RENEWAL_CAUSES, type RenewalCause } from '#libs/terms';

/** An agreement in force, and the day it ends. */
export interface LiveAgreement {
  readonly episodeId: string;
  readonly consentId: string;
  readonly validUntil: CalendarDate | null;
  readonly agencies: number;
}
export interface Ending extends LiveAgreement {
  readonly validUntil: CalendarDate;
  readonly daysLeft: number;
  /** The reminder due now: at 30, at 14, and on the last day. */
  readonly step: 30 | 14 | 0;
}
const REMINDER_DAYS = 30;

/** The agreements that end within thirty days, the soonest first. */
export function endings(agreements: readonly LiveAgreement[], today: CalendarDate): Ending[] {
  return agreements
    .flatMap((agreement) => {
      if (agreement.validUntil === null) return [];
      const daysLeft = daysBetween(today, agreement.validUntil);
      const step = daysLeft === 0 ? 0 : daysLeft <= 14 ? 14 : 30;
      return daysLeft < 0 || daysLeft > REMINDER_DAYS
        ? []
        : [{ ...agreement, validUntil: agreement.validUntil, daysLeft, step } as Ending];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

/** The cause of a consent renewal, as the database states it. */
export interface RenewalFact {
  readonly episodeId: string;
  readonly cause: 'age' | 'child_added' | RenewalCause;
  readonly age: number | null;
  readonly name: string | null;
  readonly on: CalendarDate;
}

/** One sentence that says what happened and what to do now. */
export function renewalSentence({ cause, age, name, on }: RenewalFact, today: CalendarDate): string {
  if (cause === 'child_added')
    return `${name} has joined this episode. What the family agreed before does not include ${name}, so other agencies cannot see that ${name} is part of it. Ask the family, and record their decision.`;
  if (cause !== 'age')
    return `${labelOf(RENEWAL_CAUSES, cause)}. Do not share anything new until you have asked the person who can decide now. Record their decision.`;
  if (age === 18)
    return on > today
      ? `${name} is about to turn 18. A parent’s consent ends the day before. Ask ${name} for their own decision.`
      : `${name} is 18, so only they can decide. Ask ${name} and record their decision.`;
  if (age === 16)
    return `${name} is 16, so they decide for themselves unless there is a reason they cannot. Ask ${name} now.`;
  return `${name} is 12 or over. Ask ${name} what they think, and consider whether they can decide this for themselves.`;
}
