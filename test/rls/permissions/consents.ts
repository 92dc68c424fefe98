import {
  GOVERNANCE,
  JOSEPHINES_EPISODE,
  KNOWN_MEMBER,
  MINE,
  hidingUnnamedAgencies,
  byPermission,
  whileOpen,
} from './clauses.js';
import type { TablePermissions } from './types.js';

export const CONSENTS: Readonly<Record<string, TablePermissions>> = {
  episode_records: byPermission('record.read', 'episode.begin', [['episode.progress'], 'reason']),
  checklists: whileOpen(
    byPermission('record.read', 'checklist.complete', [['checklist.complete'], 'decision']),
  ),
  consents: whileOpen({
    ...byPermission('consent.read', 'consent.record'),
    add: 'recorded_by = {me} and episode_id {consent.record}',
    own: { recorded_by: '{me}' },
  }),
  consent_agencies: hidingUnnamedAgencies(
    'agency_id',
    GOVERNANCE,
    byPermission('consent.read', 'consent.record'),
  ),
  consent_children: {
    read: `episode_id {consent.read} and ${KNOWN_MEMBER}`,
    // With the consent itself, in the same moment.
    add: 'false',
  },
  consent_people: hidingUnnamedAgencies(
    'practitioner_id',
    `${MINE} or ${GOVERNANCE}`,
    byPermission('consent.read', 'consent.record'),
  ),
  consent_withdrawals: hidingUnnamedAgencies('agency_id', GOVERNANCE, {
    ...byPermission('consent.read'),
    add: 'recorded_by = {me} and episode_id {consent.withdraw}',
    own: { recorded_by: '{me}' },
  }),
  consent_warnings: byPermission('consent.read'),
  consent_reasks: {
    ...byPermission('consent.read'),
    add: 'noted_by = {me} and episode_id {consent.record}',
    own: { noted_by: '{me}' },
  },
  withdrawal_sign_offs: {
    ...byPermission('consent.read'),
    // Not by the person who recorded it, and only a withdrawal that this reader may see.
    add: `signed_by = {me} and episode_id {withdrawal.sign_off} and exists (select from consent_withdrawals w
      where w.id = t.withdrawal_id and w.safeguarding_concern and w.recorded_by <> {me}
        and (w.agency_id is null or ((w.agency_id <> all({sensitive agencies}) or w.episode_id {sensitive_service.read})
          and (w.episode_id <> all({hidden episodes}) or w.agency_id <> all({revealing agencies})))))`,
    own: { signed_by: '{me}' },
    more: [{ withdrawal_id: "'00000000-0000-7000-8000-00000000a007'", episode_id: JOSEPHINES_EPISODE }],
  },
};
