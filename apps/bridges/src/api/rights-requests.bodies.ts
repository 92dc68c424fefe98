import {
  COMPETENCE_OUTCOMES,
  type CompetenceOutcome,
  type Exemption,
  EXEMPTIONS,
  REQUESTER_CAPACITIES,
  type RequesterCapacity,
  RIGHTS_REQUEST_ABOUT,
  RIGHTS_REQUEST_DECISIONS,
  RIGHTS_REQUEST_KINDS,
  type RightsRequestAbout,
  type RightsRequestDecision,
  type RightsRequestKind,
} from '#libs/terms';
import {
  Day,
  Id,
  Line,
  ManyOf,
  OneOf,
  OptionalDay,
  OptionalLine,
  OptionalOneOf,
  OptionalWords,
  Words,
} from './fields.js';

export class RightsRequestBody {
  @Id() episodeId: string;
  @Id() childId: string;
  @OneOf(RIGHTS_REQUEST_KINDS) kind: RightsRequestKind;
  @OneOf(RIGHTS_REQUEST_ABOUT) about: RightsRequestAbout;
  @OptionalLine() aboutName?: string;
  @OptionalWords() details?: string;
  @Line() requester: string;
  @OneOf(REQUESTER_CAPACITIES) requesterCapacity: RequesterCapacity;
  @OptionalLine(2000) authorityShown?: string;
  @Day() receivedOn: string;
}
export class RightsRequestProgressBody {
  @OptionalWords() details?: string;
  @OptionalLine(2000) authorityShown?: string;
  @OptionalDay() identityCheckedOn?: string;
  @OptionalLine(2000) identityCheckedHow?: string;
  @OptionalWords() clarification?: string;
  @OptionalDay() acknowledgedOn?: string;
  @OptionalOneOf(COMPETENCE_OUTCOMES) childCompetence?: CompetenceOutcome;
  @OptionalWords() childView?: string;
  @OptionalDay() childViewOn?: string;
  @ManyOf(EXEMPTIONS) exemptions?: Exemption[];
  @OptionalWords() exemptionNote?: string;
  @OptionalWords() redactions?: string;
}
export class ExtensionBody {
  @Words(2000) because: string;
  @Day() toldOn: string;
}
export class PauseBody {
  @Day() fromOn: string;
  @Words(2000) reason: string;
}
export class ResumeBody {
  @Day() toOn: string;
}
export class RightsDecisionBody {
  @OneOf(RIGHTS_REQUEST_DECISIONS) decision: RightsRequestDecision;
  @Words() reason: string;
}
export class ReleaseBody {
  @Day() releasedOn: string;
  @Line(2000) how: string;
}
export class BundleQuery {
  /** Tokens of `contacts.offers`, with commas between them: what you put in. */
  @OptionalLine(5000) include?: string;
}
export class RightsRequestQuery {
  @OptionalOneOf(['open', 'finished']) state?: 'open' | 'finished';
  @OptionalLine(3) limit?: string;
  @OptionalLine(40) cursor?: string;
}
