import { episodeOf, JO, NOT_HIDDEN_SECTION, of, personOf, sensitiveToWrite, whileOpen } from './clauses.js';
import type { Who } from './who.js';

export const ASSESSMENTS: Readonly<Record<string, Who>> = {
  assessments: whileOpen({
    ...of('record.read', 'assessment.edit'),
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
    ...sensitiveToWrite(of('record.read', 'assessment.contribute', [['assessment.contribute'], 'needs'])),
    more: ["'sexual_health'", "''"].map((topic) => ({
      episode_id: JO,
      topic,
      written_by: personOf('Patience Adebright'),
    })),
  }),
  level_decisions: whileOpen({
    ...of('record.read'),
    add: `episode_id {level.decide} and ((level <> 4 and from_level is distinct from 4) or episode_id {level.set_statutory})`,
    more: [
      { episode_id: JO, level: '4' },
      { episode_id: episodeOf('Leah'), level: '4' },
      { episode_id: JO, from_level: '4' },
    ],
  }),
  // The front door sees a concern while it is open; the person who answered it keeps seeing it.
  safety_concerns: whileOpen({
    read: `(episode_id {safety_concern.read}
      or ((answered_at is null or answered_by = {me}) and episode_id {safety_concern.watch}))`,
    add: 'raised_by = {me} and answered_at is null and episode_id {checklist.complete}',
    own: { raised_by: '{me}' },
    more: [
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
  step_ups: whileOpen(of('record.read', 'step_up.raise', [['step_up.decide'], 'outcome_reason'])),
};
