import type { SessionData } from 'express-session';
import type { SessionLimits } from '#libs/platform';

/** How long this session lasts from now if nothing more is done: the idle limit, or what is left of the day. */
export function secondsLeft(
  { startedAt }: Pick<SessionData, 'startedAt'>,
  { idleMinutes, hours }: SessionLimits,
  now = Date.now(),
): number {
  const whole = (startedAt ?? now) + hours * 3_600_000 - now;
  return Math.max(0, Math.floor(Math.min(idleMinutes * 60_000, whole) / 1000));
}
