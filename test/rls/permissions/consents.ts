import { GOVERNANCE, JO, MINE, named, of, whileOpen } from './clauses.js';
import type { Who } from './who.js';

export const CONSENTS: Readonly<Record<string, Who>> = {
  episode_records: of('record.read', 'episode.begin', [['episode.progress'], 'reason']),
  checklists: whileOpen(of('record.read', 'checklist.complete', [['checklist.complete'], 'decision'])),
  consents: whileOpen({
    ...of('consent.read', 'consent.record'),
    add: 'recorded_by = {me} and episode_id {consent.record}',
    own: { recorded_by: '{me}' },
  }),
  consent_agencies: named('agency_id', GOVERNANCE, of('consent.read', 'consent.record')),
  consent_people: named('practitioner_id', `${MINE} or ${GOVERNANCE}`, of('consent.read', 'consent.record')),
  consent_withdrawals: named('agency_id', GOVERNANCE, {
    ...of('consent.read'),
    add: 'recorded_by = {me} and episode_id {consent.withdraw}',
    own: { recorded_by: '{me}' },
  }),
  consent_warnings: of('consent.read'),
  consent_reasks: {
    ...of('consent.read'),
    add: 'noted_by = {me} and episode_id {consent.record}',
    own: { noted_by: '{me}' },
  },
  withdrawal_sign_offs: {
    ...of('consent.read'),
    // Not by the person who recorded it, and only a withdrawal that this reader may see.
    add: `signed_by = {me} and episode_id {withdrawal.sign_off} and exists (select from consent_withdrawals w
      where w.id = t.withdrawal_id and w.safeguarding_concern and w.recorded_by <> {me}
        and (w.agency_id is null or ((w.agency_id <> all({sensitive agencies}) or w.episode_id {sensitive_service.read})
          and (w.episode_id <> all({hidden episodes}) or w.agency_id <> all({telling agencies})))))`,
    own: { signed_by: '{me}' },
    more: [{ withdrawal_id: "'00000000-0000-7000-8000-00000000a007'", episode_id: JO }],
  },
};
