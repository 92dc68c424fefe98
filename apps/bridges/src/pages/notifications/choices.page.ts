import type { ChoiceView } from '#libs/notifications';
import { EMAIL_CHOICES, optionsOf } from '#libs/terms';

export const EMAIL_OPTIONS = optionsOf(EMAIL_CHOICES);

/** "8am", "midnight", "noon": as GOV.UK writes times. */
export function hourInWords(hour: number): string {
  if (hour === 0) return 'midnight';
  if (hour === 12) return 'noon';
  return hour < 12 ? `${hour}am` : `${hour - 12}pm`;
}

export const HOURS = Array.from({ length: 24 }, (_item, hour) => ({
  value: String(hour),
  text: hourInWords(hour),
}));

const textOf = (hour: number | null): string => (hour === null ? '' : String(hour));

/** The stored choice as the form would have been filled in. */
export const toTyped = ({ email, digestHour, quietFrom, quietUntil, version }: ChoiceView) => ({
  ...{ email, version: String(version), digestHour: textOf(digestHour) },
  ...{ quietFrom: textOf(quietFrom), quietUntil: textOf(quietUntil) },
});
