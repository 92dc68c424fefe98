import {
  JOSEPHINES_EPISODE,
  MINE,
  hidingUnnamedAgencies,
  sensitiveNote,
  byPermission,
  OTHER_AGENCY,
  whileOpen,
  WORKS_THERE,
} from './clauses.js';
import type { TablePermissions } from './types.js';

export const TEAM: Readonly<Record<string, TablePermissions>> = {
  team_members: whileOpen(
    hidingUnnamedAgencies('agency_id', MINE, {
      ...byPermission('record.read', 'team.edit', [['team.edit'], 'leaving_reason']),
      add: `episode_id {team.edit} and ${WORKS_THERE}`,
    }),
  ),
  tac_meetings: whileOpen(byPermission('record.read', 'meeting.convene', [['meeting.minute'], 'purpose'])),
  meeting_places: {
    read: 'episode_id {record.read} and episode_id <> all({hidden episodes})',
    add: 'episode_id {meeting.convene} and episode_id <> all({hidden episodes})',
    change: 'episode_id {meeting.convene} and episode_id <> all({hidden episodes})',
    column: 'place',
  },
  meeting_moves: { read: 'episode_id {record.read}' },
  meeting_notes: sensitiveNote('meeting.minute'),
  review_notes: sensitiveNote('review.hold'),
  tac_attendances: hidingUnnamedAgencies(
    'practitioner_id',
    MINE,
    byPermission('record.read', 'meeting.minute', [['meeting.minute'], 'attendance']),
  ),
  lead_professional_proposals: whileOpen(
    hidingUnnamedAgencies('agency_id', MINE, {
      read: '(episode_id {record.read} or (practitioner_id = {me} and episode_id {episode.read}))',
      add: `episode_id {lead.propose} and ${WORKS_THERE}`,
      more: [{ episode_id: JOSEPHINES_EPISODE, agency_id: OTHER_AGENCY }],
      change: 'episode_id {lead.propose} or (practitioner_id = {me} and episode_id {lead.accept})',
      column: 'answer_reason',
    }),
  ),
  lead_professional_deputies: whileOpen(
    hidingUnnamedAgencies('agency_id', MINE, {
      ...byPermission('record.read', 'lead.deputise', [['lead.deputise'], 'ended_at']),
      add: `episode_id {lead.deputise} and named_by = {me} and ${WORKS_THERE}`,
      own: { named_by: '{me}' },
    }),
  ),
};
