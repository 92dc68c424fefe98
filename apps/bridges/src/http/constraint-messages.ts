import { SINGLE_SIGN_ON_CONSTRAINTS } from '#libs/accounts';
import { ASSESSMENT_CONSTRAINTS } from '#libs/casework/assessments';
import { CHILD_DEATH_CONSTRAINTS } from '#libs/casework/child-deaths';
import { CHILD_CONSTRAINTS } from '#libs/casework/children';
import { MERGE_CONSTRAINTS } from '#libs/casework/duplicates';
import { DISCLOSURE_CONSTRAINTS } from '#libs/casework/disclosures';
import { MEMBERSHIP_CONSTRAINTS } from '#libs/casework/episode-membership';
import { FAMILY_CONSTRAINTS } from '#libs/casework/families';
import { EPISODE_CONSTRAINTS } from '#libs/casework/episodes';
import { CONSENT_CONSTRAINTS } from '#libs/casework/information-sharing';
import { LEAD_PROFESSIONAL_CONSTRAINTS } from '#libs/casework/lead-professional';
import { PANEL_CONSTRAINTS } from '#libs/casework/panels';
import { PLAN_CONSTRAINTS } from '#libs/casework/plans';
import { RETENTION_CONSTRAINTS } from '#libs/casework/retention';
import { CLOSURE_CONSTRAINTS } from '#libs/casework/reviews';
import { RIGHTS_REQUEST_CONSTRAINTS } from '#libs/casework/rights';
import { SAFETY_CONCERN_CONSTRAINTS } from '#libs/casework/safety-concerns';
import { SHIELD_CONSTRAINTS } from '#libs/casework/shields';
import { TEAM_CONSTRAINTS } from '#libs/casework/team';
import { STEP_UP_CONSTRAINTS } from '#libs/casework/triangle-of-need';
import { DIRECTORY_CONSTRAINTS } from '#libs/directory';
import { NOTIFICATION_CONSTRAINTS } from '#libs/notifications';
import type { ConstraintMessages } from '#libs/platform';

/** The features' lists; each constraint name is in exactly one of them (test/features/constraint-messages). */
export const LISTS: readonly ConstraintMessages[] = [
  LEAD_PROFESSIONAL_CONSTRAINTS,
  TEAM_CONSTRAINTS,
  DIRECTORY_CONSTRAINTS,
  CHILD_CONSTRAINTS,
  CHILD_DEATH_CONSTRAINTS,
  MERGE_CONSTRAINTS,
  FAMILY_CONSTRAINTS,
  NOTIFICATION_CONSTRAINTS,
  EPISODE_CONSTRAINTS,
  MEMBERSHIP_CONSTRAINTS,
  ASSESSMENT_CONSTRAINTS,
  PANEL_CONSTRAINTS,
  CLOSURE_CONSTRAINTS,
  SAFETY_CONCERN_CONSTRAINTS,
  STEP_UP_CONSTRAINTS,
  PLAN_CONSTRAINTS,
  CONSENT_CONSTRAINTS,
  DISCLOSURE_CONSTRAINTS,
  RETENTION_CONSTRAINTS,
  RIGHTS_REQUEST_CONSTRAINTS,
  SHIELD_CONSTRAINTS,
  SINGLE_SIGN_ON_CONSTRAINTS,
];

/** The message for each constraint, by its name. */
export const CONSTRAINT_MESSAGES: ConstraintMessages = Object.assign({}, ...LISTS) as ConstraintMessages;
