export { agency, locality, practitioner } from './county.js';
export type { Act, Story } from './story/act.js';
export {
  answersStepUp,
  beginsChecklist,
  completesAssessment,
  completesChecklist,
  decidesLevel,
  raisesStepUp,
  writesAssessment,
} from './story/assessment.js';
export {
  agreement,
  closes,
  notes,
  opensEpisode,
  recordsChild,
  recordsReference,
  recordsSchool,
  recordsHome,
  relatesChildren,
  type Share,
  withdraws,
} from './story/family.js';
export {
  action,
  aged,
  carer,
  child,
  consent,
  day,
  episode,
  meeting,
  moment,
  outcome,
  proposal,
  stepUp,
} from './story/handles.js';
export { addsAction, addsOutcome, drops, holdsReview, marksDone, reportsProgress } from './story/plan.js';
export {
  acceptsLead,
  convenes,
  endsLead,
  holdsMeeting,
  joinsTeam,
  proposesLead,
  declinesLead,
} from './story/team.js';
