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

const OWN_POST = `(select o.id from posts o where o.practitioner_id = {me} and o.agency_id = {agency}
  and o.began_at <= {now} and (o.ended_at is null or o.ended_at > {now}))`;
const MAY_SEND_DRAFT = `case permission
  when 'chronology.add' then episode_id {chronology.add}
  when 'rights.register' then episode_id {rights.register}
  when 'family.edit' then child_id {child family.edit}
  when 'shield.request' then child_id {child shield.request}
  when 'index.ask' then {allows index.ask}
  when 'log.erase' then {allows log.erase}
  else false end`;
/** Of a closed episode from before it was closed; of a child whose address is protected now, from before or while named. */
const PAST_DRAFTS = `(
  select d.id from drafts d join closures c on c.episode_id = d.episode_id and c.closed_at >= d.saved_at and c.undone_at is null
  union
  select d.id from drafts d join episode_children f on f.episode_id = d.episode_id or f.child_id = d.child_id
  join access.concealments h on h.child_id = f.child_id and h.begins <= {now} and h.ends > {now}
  left join shield_names n on n.shield_id = h.shield_id and n.practitioner_id = {me}
  where (d.saved_at < h.begins or n.id is not null)
    and not exists (select from shield_names m where m.shield_id = h.shield_id and m.practitioner_id = {me}
      and m.named_at <= {now} and (m.ended_at is null or m.ended_at > {now}))
    and not exists (select from emergency_accesses x join episode_children k on k.episode_id = x.episode_id
      where k.child_id = h.child_id and x.practitioner_id = {me} and x.protected_details and x.begins_at <= {now}
        and least(x.lapses_at, x.ended_at) > {now}))`;
const READABLE_DRAFT = `practitioner_id = {me} and post_id in ${OWN_POST} and saved_at > {now} - interval '30 days'
  and ${MAY_SEND_DRAFT} and id not in ${PAST_DRAFTS}`;

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
  drafts: {
    read: READABLE_DRAFT,
    add: `practitioner_id = {me} and post_id in ${OWN_POST} and ${MAY_SEND_DRAFT}`,
    own: { practitioner_id: '{me}', post_id: OWN_POST },
    change: READABLE_DRAFT,
    column: 'revision',
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
