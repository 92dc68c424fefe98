import {
  UNKNOWN_MEMBER,
  SIGNED_IN,
  GOVERNANCE,
  MINE,
  hidingUnnamedAgencies,
  NO_ONE,
  byPermission,
} from './clauses.js';
import type { TablePermissions } from './types.js';

/** The practitioner's own rows. */
export const OWN_ROWS: Readonly<Record<string, TablePermissions>> = {
  messages: {
    read: 'recipient_id = {me} and id <> all({suppressed messages})',
    add: SIGNED_IN,
    change: 'recipient_id = {me}',
    column: 'read_at',
  },
  notification_choices: {
    read: MINE,
    add: MINE,
    own: { practitioner_id: '{me}' },
    change: MINE,
    column: 'digest_hour',
  },
  calendar_feeds: {
    read: MINE,
    add: MINE,
    own: { practitioner_id: '{me}' },
    change: MINE,
    column: 'ended_at',
  },
  webhooks: {
    read: '{allows webhook.manage} and agency_id = {agency}',
    add: '{allows webhook.manage} and agency_id = {agency} and created_by = {me}',
    own: { created_by: '{me}' },
    change: '{allows webhook.manage} and agency_id = {agency}',
    column: 'disabled_at',
    more: [
      { agency_id: '{agency}' },
      {
        agency_id: '{agency}',
        created_by: '(select p.id from practitioners p where p.id <> {me} order by p.id limit 1)',
      },
    ],
  },
  episode_visits: {
    read: 'practitioner_id = {me} and episode_id {episode.read}',
    add: 'practitioner_id = {me} and episode_id {episode.read}',
    own: { practitioner_id: '{me}' },
    change: 'practitioner_id = {me} and episode_id {episode.read}',
    column: 'visited_at',
  },
  idempotent_answers: {
    read: 'practitioner_id = {me} and key <> all({unrepeatable answers}) and (episode_id is null or episode_id {episode.read})',
    add: 'practitioner_id = {me} and (episode_id is null or episode_id {episode.read})',
    own: { practitioner_id: '{me}' },
  },
  'audit.entries': {
    read: `(${hidingUnnamedAgencies('agency_id', `${MINE} or ${GOVERNANCE}`, byPermission('access_log.read')).read}
        and not ${UNKNOWN_MEMBER})
      or ({allows log.read} and episode_id is null and (child_id is null or child_id <> all({relatives and excluded}))
        and agency_id in (select id from agencies where authority_id = {authority})
        and (agency_id <> all({sensitive agencies}) or practitioner_id = {me}))`,
    add: `practitioner_id = {me} and (act <> 'erase log content' or {allows log.erase})`,
    own: { practitioner_id: '{me}' },
    more: [{ act: "'erase log content'" }],
  },
  'audit.heads': { read: '{allows log.read}' },
  'audit.leaves': { read: '{allows log.read}' },
  // Refusals are read only by the watch rules.
  'audit.refusals': { read: NO_ONE, add: MINE, own: { practitioner_id: '{me}' } },
};
