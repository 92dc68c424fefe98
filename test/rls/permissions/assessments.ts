import {
  episodeOf,
  JOSEPHINES_EPISODE,
  NOT_HIDDEN_SECTION,
  byPermission,
  personOf,
  sensitiveToWrite,
  whileOpen,
} from './clauses.js';
import type { TablePermissions } from './types.js';

export const ASSESSMENTS: Readonly<Record<string, TablePermissions>> = {
  assessments: whileOpen({
    ...byPermission('record.read', 'assessment.edit'),
    change:
      'episode_id {assessment.complete} or (completed_at is null and episode_id {assessment.contribute})',
    column: 'version',
    further: [
      { set: { completed_at: '{now}', completed_by: '{me}' }, change: 'episode_id {assessment.complete}' },
      {
        set: { completed_at: 'null', completed_by: 'null' },
        change:
          'episode_id {assessment.complete} or (completed_at is null and episode_id {assessment.contribute})',
      },
    ],
  }),
  assessment_sections: whileOpen({
    read: `episode_id {record.read} and ${NOT_HIDDEN_SECTION}`,
    add: `episode_id {assessment.edit} and ${NOT_HIDDEN_SECTION}`,
    change: `episode_id {assessment.edit} and ${NOT_HIDDEN_SECTION}`,
    column: 'answers',
  }),
  assessment_elements: whileOpen({
    ...sensitiveToWrite(
      byPermission('record.read', 'assessment.contribute', [['assessment.contribute'], 'needs']),
    ),
    more: ["'sexual_health'", "''"].map((topic) => ({
      episode_id: JOSEPHINES_EPISODE,
      topic,
      written_by: personOf('Patience Adebright'),
    })),
  }),
  level_decisions: whileOpen({
    ...byPermission('record.read'),
    add: `episode_id {level.decide} and ((level <> 4 and from_level is distinct from 4) or episode_id {level.set_statutory})`,
    more: [
      { episode_id: JOSEPHINES_EPISODE, level: '4' },
      { episode_id: episodeOf('Leah'), level: '4' },
      { episode_id: JOSEPHINES_EPISODE, from_level: '4' },
    ],
  }),
  // The front door sees a concern while it is open; the person who answered it keeps seeing it.
  safety_concerns: whileOpen({
    read: `(episode_id {safety_concern.read}
      or ((answered_at is null or answered_by = {me}) and episode_id {safety_concern.watch}))`,
    add: `raised_by = {me} and answered_at is null
      and (episode_id {checklist.complete}
        or (ground = 'significant_harm' and episode_id {assessment.edit}))`,
    own: { raised_by: '{me}' },
    more: [
      { ground: "'significant_harm'", checklist_version: 'null' },
      {
        action_taken: "'x'",
        action_at: '{now}',
        spoken_to: "'x'",
        answered_by: '{me}',
        answered_role: "'x'",
        answered_at: '{now}',
      },
    ],
    change: 'answered_at is null and episode_id {safety_concern.answer}',
    signed: {
      answered_by: '{me}',
      action_taken: "'x'",
      action_at: '{now}',
      spoken_to: "'x'",
      answered_role: "'x'",
      answered_at: '{now}',
    },
  }),
  step_ups: whileOpen(byPermission('record.read', 'step_up.raise', [['step_up.decide'], 'outcome_reason'])),
};
