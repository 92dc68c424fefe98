import { ListQuery } from './paging.js';
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
  Id,
  IsoDate,
  LongText,
  NullableIsoDate,
  NullableLongText,
  NullableOneOf,
  NullableShortText,
  OneOf,
  OptionalEnumArray,
  OptionalId,
  QueryOneOf,
  QueryText,
  ShortText,
} from './fields.js';

export class RightsRequestBody {
  @Id() episodeId: string;
  @Id() childId: string;
  @OneOf(RIGHTS_REQUEST_KINDS) kind: RightsRequestKind;
  @OneOf(RIGHTS_REQUEST_ABOUT) about: RightsRequestAbout;
  @NullableShortText() aboutName?: string | null;
  @NullableLongText() details?: string | null;
  @ShortText() requester: string;
  @OneOf(REQUESTER_CAPACITIES) requesterCapacity: RequesterCapacity;
  @NullableLongText(2000) authorityShown?: string | null;
  @IsoDate() receivedOn: string;
}
export class RightsRequestProgressBody {
  @NullableLongText() details?: string | null;
  @NullableLongText(2000) authorityShown?: string | null;
  @NullableIsoDate() identityCheckedOn?: string | null;
  @NullableLongText(2000) identityCheckedHow?: string | null;
  @NullableLongText() clarification?: string | null;
  @NullableIsoDate() acknowledgedOn?: string | null;
  @NullableOneOf(COMPETENCE_OUTCOMES) childCompetence?: CompetenceOutcome | null;
  @NullableLongText() childView?: string | null;
  @NullableIsoDate() childViewOn?: string | null;
  @OptionalEnumArray(EXEMPTIONS) exemptions?: Exemption[];
  @NullableLongText() exemptionNote?: string | null;
  @NullableLongText() redactions?: string | null;
}
export class ExtensionBody {
  @LongText(2000) because: string;
  @IsoDate() toldOn: string;
}
export class PauseBody {
  @IsoDate() fromOn: string;
  @LongText(2000) reason: string;
}
export class ResumeBody {
  @IsoDate() toOn: string;
}
export class RightsDecisionBody {
  @OneOf(RIGHTS_REQUEST_DECISIONS) decision: RightsRequestDecision;
  @LongText() reason: string;
}
export class ReleaseBody {
  @IsoDate() releasedOn: string;
  @LongText(2000) how: string;
}
export class BundleQuery {
  /** The parent or carer whom the request is from, one of `carers`: the other adults’ contact details are left out. */
  @OptionalId() carerId?: string;
  /** Comma-separated tokens from `contacts.offers`: the contact details to include. */
  @QueryText(5000) include?: string;
}
export class RightsRequestQuery extends ListQuery {
  @QueryOneOf(['open', 'finished']) state?: 'open' | 'finished';
}
