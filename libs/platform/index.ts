export type { Actor, Service } from './actor.js';
export {
  agesOn,
  type Birth,
  type BirthKind,
  birthKind,
  type BirthRange,
  birthsOverlap,
  bornBetween,
  estimatedAgeOn,
  isBirthPeriod,
  mayBeBornOn,
  NO_BIRTH,
} from './birth.js';
export { BIRTH_COLUMNS, birthSql } from './birth-sql.js';
export {
  addDays,
  addMonths,
  ageInYears,
  type CalendarDate,
  compareDates,
  daysBetween,
  isCalendarDate,
  isDateOfPractice,
  londonDate,
} from './calendar-date.js';
export { changeVersioned, givenFields } from './changes.js';
export { signClaim } from './claim.js';
export { clockDifference, describeClockDifference } from './clock.js';
export { ClockMoves } from './clock-moves.js';
export { baseUrl, type Config, isOverTls, type ProgramRole, readConfig, secretFile } from './config.js';
export {
  type EmbeddedDatabase,
  hasEmbeddedDatabase,
  keepEmbeddedDatabase,
  startEmbeddedDatabase,
} from './database/embedded-database.js';
export { assertPrepared, assertReady } from './database/installation.js';
export { LOGIN_ROLES, rolePassword, urlAs } from './database/login-roles.js';
export type { MailSettings } from './mail-settings.js';
export { migrate } from './database/migrate.js';
export { migrationFolder } from './database/migration-files.js';
export { provision } from './database/provision.js';
export { rotateSecret } from './database/rotate-secret.js';
export { Demonstration } from './demonstration.js';
export {
  conflict,
  type ConstraintMessages,
  type FieldError,
  forbidden,
  invalid,
  invalidField,
  CommittedProblem,
  ProblemError,
  RetryLaterProblem,
  stale,
  unreachable,
} from './errors.js';
export { Gate } from './gate.js';
export { comparedWords, isSameName, sameName } from './names/same-name.js';
export { HeldBack, holdBack, isHeldBack, isTriedOut } from './held-back.js';
export { isId, newId } from './ids.js';
export { instantOf } from './instant.js';
export { PlatformModule } from './platform.module.js';
export { projectRoot } from './project-root.js';
export { type Address, pinnedTo, PrivateTarget, publicAddressOf, targetError } from './public-target.js';
export { deriveKey } from './secrets.js';
export { DEFAULT_SESSIONS, DEMO_SESSIONS, type SessionLimits } from './session-limits.js';
export { CONFIG, AUTH_POOL } from './tokens.js';
export {
  abilitiesKey,
  actor,
  cachedUntilWrite,
  inSavepoint,
  withFocus,
  isSerializationFailure,
  narrowTo,
  withWholeReach,
  now,
  db,
  requestId,
  dryRun,
  StartOver,
  UnitOfWork,
} from './unit-of-work.js';
export { addWorkingDays } from './working-days/index.js';
export { query, toProperties } from './query.js';
