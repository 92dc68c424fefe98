import { IsOptional, ValidateIf } from 'class-validator';
import {
  ADDRESS_TYPES,
  DISABILITIES,
  ETHNICITIES,
  INTERPRETERS,
  LANGUAGES,
  PARENTAL_RESPONSIBILITIES,
  RELATIONSHIPS,
  RELIGIONS,
  SEN_PROVISIONS,
  SEXES,
} from '#libs/terms';
import {
  Id,
  Ids,
  Line,
  ManyOf,
  OneOf,
  OptionalDay,
  OptionalId,
  OptionalLine,
  OptionalOneOf,
  OptionalPart,
  OptionalParts,
  OptionalWords,
  OptionalYesNo,
} from './fields.js';

export class ChildQuery {
  @OptionalLine() name?: string;
  @OptionalDay() dateOfBirth?: string;
  @OptionalDay() expectedDate?: string;
  @OptionalLine(20) postcode?: string;
  @OptionalLine(500) reason?: string;
}

export class DetailsBody {
  @OptionalLine(300) address?: string;
  @OptionalLine(10) postcode?: string;
  @OptionalLine(30) telephone?: string;
  @OptionalOneOf(ADDRESS_TYPES) accommodation?: string;
  @OptionalLine() educationSetting?: string;
  @OptionalLine() gp?: string;
  @OptionalOneOf(LANGUAGES) firstLanguage?: string;
  @OptionalOneOf(INTERPRETERS) interpreter?: string;
  @OptionalWords(2000) communicationNeeds?: string;
  @OptionalOneOf(ETHNICITIES) ethnicity?: string;
  @OptionalLine() ethnicityNote?: string;
  @OptionalOneOf(RELIGIONS) religion?: string;
  @ManyOf(DISABILITIES) disabilities?: string[];
  @OptionalWords(2000) disabilityNote?: string;
  @OptionalOneOf(SEN_PROVISIONS) senProvision?: string;
  @OptionalLine(20) nhsNumber?: string;
  @OptionalLine(20) upn?: string;
}

export class CarerBody {
  @OptionalId() carerId?: string;
  @ValidateIf((body: CarerBody) => !body.carerId) @Line() name?: string;
  @OneOf(RELATIONSHIPS) relationship: string;
  @OneOf(PARENTAL_RESPONSIBILITIES) parentalResponsibility: string;
  @OptionalYesNo() livesWithChild?: boolean;
  @OptionalLine(30) telephone?: string;
  @OptionalLine(300) address?: string;
  @OptionalLine(10) postcode?: string;
  @OptionalOneOf(LANGUAGES) firstLanguage?: string;
  @OptionalOneOf(INTERPRETERS) interpreter?: string;
}

export class ChildBody {
  @Line(100) givenNames: string;
  @Line(100) familyName: string;
  @OptionalLine(100) alsoKnownAs?: string;
  @OneOf(SEXES) sex: string;
  @OptionalDay() dateOfBirth?: string;
  @OptionalDay() expectedDate?: string;
  @Id() localityId: string;
  @OptionalPart(() => DetailsBody) details?: DetailsBody;
  @OptionalParts(() => CarerBody, 20) carers?: CarerBody[];
  @Ids() notTheSameAs?: string[];
}

export class ChildChanges {
  @IsOptional() @Line(100) givenNames?: string;
  @IsOptional() @Line(100) familyName?: string;
  @OptionalLine(100) alsoKnownAs?: string;
  @OptionalOneOf(SEXES) sex?: string;
  @OptionalDay() dateOfBirth?: string;
  @OptionalDay() expectedDate?: string;
  @OptionalId() localityId?: string;
  @OptionalPart(() => DetailsBody) details?: DetailsBody;
}

export class RelativeBody {
  @OneOf(RELATIONSHIPS) relationship: string;
}
