import { date, time } from '#libs/page-kit';
import { londonDate } from '#libs/platform';

/** Formats "saved 10:42am", with the author, and with the date if it was not today. */
export function describeLastSave(
  saved: { readonly savedAt: Date; readonly savedBy?: { readonly name: string } | null } | undefined,
  today: string,
): string {
  if (!saved) return '';
  const day = londonDate(saved.savedAt);
  const by = saved.savedBy ? ` by ${saved.savedBy.name}` : '';
  return day === today ? `saved ${time(saved.savedAt)}${by}` : `saved ${date(day)}${by}`;
}
