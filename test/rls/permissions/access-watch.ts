import { SIGNED_IN, MATCHES_TO_ANSWER, NO_ONE, WORKS_THERE } from './clauses.js';
import type { TablePermissions } from './types.js';

/** Access concerns, the index and questions to the coordinator. */
export const ACCESS_WATCH: Readonly<Record<string, TablePermissions>> = {
  watch_rules: {
    read: SIGNED_IN,
    change: '{allows watch.set}',
    column: 'threshold',
  },
  guardians: {
    read: SIGNED_IN,
    add: `{allows guardian.name} and named_by = {me} and agency_id = {agency} and ${WORKS_THERE}`,
    own: { named_by: '{me}' },
    more: [{ agency_id: '{agency}' }],
    change: '{allows guardian.name} and agency_id = {agency}',
    column: 'ended_at',
  },
  access_concerns: { read: 'id = any({concerns to review})' },
  access_concern_decisions: {
    read: 'concern_id = any({concerns to review})',
    add: 'decided_by = {me} and concern_id = any({concerns to review})',
    own: { decided_by: '{me}' },
  },
  index_limits: { read: '{allows child.search}' },
  index_searches: { read: NO_ONE },
  index_questions: {
    read: `asked_by = {me} or id in (select m.question_id from index_question_matches m where ${MATCHES_TO_ANSWER})`,
  },
  index_question_matches: {
    read: MATCHES_TO_ANSWER,
    change: `${MATCHES_TO_ANSWER} and answer is null`,
    signed: { answered_by: '{me}', answer: "'no'", answered_at: '{now}' },
  },
  access_questions: {
    read: 'id = any({questions to answer})',
    change: 'id = any({questions to answer}) and answered_at is null',
    signed: { answered_by: '{me}', answer: "'x'", answered_at: '{now}' },
  },
};
