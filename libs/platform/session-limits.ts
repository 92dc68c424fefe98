/** How long a person stays signed in, on pages and with a token of the API's sign-in. */
export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
  /** Sessions of one account at the same time; a new one ends the oldest. */
  readonly perAccount: number;
}

/** In a demonstration every visitor signs in as the same few people. */
const PER_ACCOUNT_IN_DEMO = 200;
export const DEFAULT_SESSIONS: SessionLimits = { idleMinutes: 30, hours: 10, perAccount: 5 };
export const DEMO_SESSIONS: SessionLimits = { ...DEFAULT_SESSIONS, perAccount: PER_ACCOUNT_IN_DEMO };

/** The idle limit is long enough for a warning 5 minutes before it (WCAG 2.2.1) and short enough for a shared computer. */
export function readSessionLimits(
  env: NodeJS.ProcessEnv,
  usual: SessionLimits,
  errors: string[],
): SessionLimits {
  const limits = {
    idleMinutes: readWhole(
      'SESSION_IDLE_MINUTES',
      env['SESSION_IDLE_MINUTES'],
      usual.idleMinutes,
      [10, 240],
      errors,
    ),
    hours: readWhole('SESSION_HOURS', env['SESSION_HOURS'], usual.hours, [1, 24], errors),
    perAccount: readWhole(
      'SESSIONS_PER_PERSON',
      env['SESSIONS_PER_PERSON'],
      usual.perAccount,
      [1, 200],
      errors,
    ),
  };
  if (limits.idleMinutes > limits.hours * 60)
    errors.push('SESSION_IDLE_MINUTES must be no longer than SESSION_HOURS.');
  return limits;
}

function readWhole(
  name: string,
  text: string | undefined,
  usual: number,
  [min, max]: readonly [number, number],
  errors: string[],
): number {
  if (!text) return usual;
  const number = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(number >= min && number <= max))
    errors.push(`${name} must be a whole number from ${min} to ${max}, not "${text}".`);
  return number;
}
