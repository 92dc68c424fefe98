import { Temporal } from 'temporal-polyfill';

// One spelling of ISO 8601, with its offset: week dates (2026-W50-4), ordinal dates (2026-345), the basic form and
// leap seconds are not read by every program.
const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const EARLIEST = Date.UTC(1900, 0, 1);
// One year before the last with four digits, so that dates calculated from it can still be written.
const LATEST = Date.UTC(9999, 0, 1);

/** The instant a text names, such as '2026-03-03T15:30:00Z', or null when it names none. Never throws. */
export function instantOf(text: unknown): Date | null {
  if (typeof text !== 'string' || !SHAPE.test(text)) return null;
  try {
    const milliseconds = Temporal.Instant.from(text).epochMilliseconds;
    return milliseconds >= EARLIEST && milliseconds < LATEST ? new Date(milliseconds) : null;
  } catch {
    return null;
  }
}
