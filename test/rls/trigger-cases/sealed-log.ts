import { refuses, type TriggerCase } from './case.js';

/** No role changes the sealed log. */
export const SEALED_LOG: readonly TriggerCase[] = [
  refuses('audit.entries.reject_log_change', `delete from audit.entries where false`),
  refuses('audit.leaves.reject_log_change', `update audit.leaves set hash = hash`),
  refuses('audit.heads.reject_log_change', `update audit.heads set signature = signature`),
  refuses(
    'audit.entries.allow_erasure_only',
    `set local role bridges_reach; update audit.entries set detail = '{"x": 1}'`,
  ),
  {
    trigger: 'audit.entries.stamp_log_entry',
    change: entry(`'read plan', null`),
    done: `select salt <> '\\x00' and xact = pg_current_xact_id() from audit.entries where id = '00000000-0000-7000-8000-000000000003'`,
  },
  {
    trigger: 'audit.entries.stamp_emergency_entry',
    change: entry(`'read plan', x.episode_id`),
    done: `select 'emergency' = any(reaches) and detail ? 'emergencyAccess' from audit.entries where id = '00000000-0000-7000-8000-000000000003'`,
  },
  {
    trigger: 'audit.entries.stamp_support_entry',
    change: entry(`'read plan', x.episode_id`, `'business_support'`),
    done: `select detail ? 'enteredFor' from audit.entries where id = '00000000-0000-7000-8000-000000000003'`,
  },
];

/** A log entry by the holder of an emergency access, with a given act and episode. */
function entry(actAndEpisode: string, role = `'practitioner'`): string {
  return `insert into audit.entries (id, at, practitioner_id, agency_id, role, subject_kind, act, episode_id, reaches, detail, salt)
    select '00000000-0000-7000-8000-000000000003', platform.now(), x.practitioner_id, x.agency_id, ${role}, 'episode', ${actAndEpisode}, '{}', '{}', '\\x00'
    from emergency_accesses x where x.begins_at <= platform.now() and x.lapses_at > platform.now() limit 1`;
}
