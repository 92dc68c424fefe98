import { SIGNED_IN, byPermission, VISIBLE_ITEM } from './clauses.js';
import type { TablePermissions } from './types.js';

/** Rights requests and retention. */
export const RIGHTS: Readonly<Record<string, TablePermissions>> = {
  rights_requests: {
    ...byPermission('rights.manage'),
    // As received: the decision belongs to those who answer.
    add: `recorded_by = {me} and episode_id {rights.register} and exemptions = '{}'
      and identity_checked_on is null and decision is null and exemption_note is null and finished_at is null`,
    own: { recorded_by: '{me}' },
    more: [{ exemptions: "array['x']" }, { decision: "'granted'" }],
    change: 'episode_id {rights.manage} and finished_at is null',
    column: 'details',
  },
  rights_request_pauses: {
    ...byPermission('rights.manage', 'rights.manage'),
    change: 'episode_id {rights.manage} and to_on is null',
    column: 'to_on',
  },
  rights_request_events: byPermission('rights.manage'),
  corrections: {
    read: `(episode_id {record.read} or (subject_kind = 'child_details' and episode_id {family.read})) and ${VISIBLE_ITEM}`,
    more: [{ status: "'accepted'" }],
    add: `episode_id {correction.ask} and recorded_by = {me} and status = 'asked' and ${VISIBLE_ITEM}`,
    own: { recorded_by: '{me}' },
    change: `episode_id {correction.decide} and status = 'asked' and ${VISIBLE_ITEM}`,
    signed: { decided_by: '{me}', decided_at: '{now}', status: "'accepted'" },
  },
  retention_classes: { read: SIGNED_IN },
  retention_holds: {
    ...byPermission('retention.manage'),
    add: 'episode_id {retention.manage} and placed_by = {me} and lifted_at is null',
    own: { placed_by: '{me}' },
    change: 'episode_id {retention.manage} and lifted_at is null',
    signed: { lifted_by: '{me}', lifted_at: '{now}', lifted_because: "'x'" },
  },
  destruction_proposals: {
    ...byPermission('retention.read'),
    // Due, without a hold, and without an open request.
    add: `episode_id {retention.manage} and proposed_by = {me} and declined_at is null
      and episode_id in (select r.episode_id from access.retention r where r.due_on <= platform.london_date({now}))
      and not exists (select from retention_holds h where h.episode_id = t.episode_id and h.lifted_at is null)`,
    own: { proposed_by: '{me}' },
    change: 'episode_id {destruction.answer} and declined_at is null and proposed_by <> {me}',
    blind: 'episode_id {destruction.answer} and declined_at is null',
    signed: { declined_by: '{me}', declined_at: '{now}', declined_because: "'x'" },
  },
  tombstones: { read: '{allows retention.queue} and authority_id = {authority}' },
};
