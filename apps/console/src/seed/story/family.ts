import type {
  AccessNeed,
  AddressType,
  Arranged,
  ChildTieKind,
  ClosureReason,
  CompetenceOutcome,
  ConsentPurpose,
  DeciderCapacity,
  Disability,
  Ethnicity,
  HouseholdKind,
  Interpreter,
  Language,
  LookedAfter,
  ParentalResponsibility,
  PresentingNeed,
  ReferralSource,
  Relationship,
  Religion,
  SchoolAttendance,
  SenNeed,
  SenProvision,
  SensitiveTopic,
  Sex,
  Tier,
  YearGroup,
  YesNoNotKnown,
} from '#libs/terms';
import { agency, locality, practitioner } from '../county.js';
import type { AgencyKey } from '../county/agencies.js';
import type { LocalityKey } from '../county/localities.js';
import type { PractitionerKey } from '../county/practitioners.js';
import type { PersonaKey } from '../personas.js';
import { does, makes, type Act } from './act.js';
import { type Birthday, day, type Day, type Handle, path } from './handles.js';

interface CarerInput {
  readonly as: Handle;
  readonly name: string;
  readonly relationship: Relationship;
  readonly parentalResponsibility: ParentalResponsibility;
  readonly livesWithChild?: boolean;
  readonly telephone?: string;
  readonly firstLanguage?: Language;
}
interface KnownCarer extends Pick<CarerInput, 'relationship' | 'parentalResponsibility' | 'livesWithChild'> {
  readonly known: Handle;
}
interface ChildInput {
  readonly givenNames: string;
  readonly familyName: string;
  readonly alsoKnownAs?: string;
  readonly sex: Sex;
  readonly dateOfBirth?: Birthday;
  readonly expectedDate?: Day;
  readonly locality: LocalityKey;
  readonly details?: {
    readonly address?: string;
    readonly postcode?: string;
    readonly telephone?: string;
    readonly accommodation?: AddressType;
    readonly educationSetting?: string;
    readonly gp?: string;
    readonly firstLanguage?: Language;
    readonly interpreter?: Interpreter;
    readonly communicationNeeds?: string;
    readonly ethnicity?: Ethnicity;
    readonly religion?: Religion;
    readonly disabilities?: readonly Disability[];
    readonly disabilityNote?: string;
    readonly senProvision?: SenProvision;
    readonly senNeeds?: readonly SenNeed[];
    readonly otherLanguages?: readonly Language[];
    readonly interpreterArranged?: Arranged;
    readonly accessNeeds?: readonly AccessNeed[];
    readonly accessNeedsArranged?: readonly AccessNeed[];
    readonly youngCarer?: YesNoNotKnown;
    readonly exclusionRisk?: YesNoNotKnown;
    readonly lookedAfter?: LookedAfter;
  };
  readonly carers?: readonly (CarerInput | KnownCarer)[];
  readonly notTheSameAs?: readonly Handle[];
}

export function recordsChild(on: number, by: PersonaKey, as: Handle, input: ChildInput): Act {
  const { locality: place, carers = [], ...rest } = input;
  const body = {
    ...rest,
    localityId: locality(place),
    carers: carers.map((row) => {
      if ('known' in row) return { ...without(row, 'known'), carerId: row.known };
      return without(row, 'as');
    }),
  };
  const keepsCarers = carers.flatMap((row) => ('as' in row ? [{ name: row.name, as: row.as }] : []));
  return makes(on, by, `records ${input.givenNames}`, path`/children`, body, { keeps: as, keepsCarers });
}

interface SchoolInput {
  readonly setting: string;
  readonly attendance: SchoolAttendance;
  readonly yearGroup?: YearGroup;
  readonly fromOn?: Day;
  readonly untilOn?: Day;
}

export function recordsSchool(on: number, by: PersonaKey, of: Handle, input: SchoolInput): Act {
  return does(on, by, `records a school of ${of.name}`, path`/children/${of}/schools`, input);
}

export function recordsReference(
  on: number,
  by: PersonaKey,
  of: Handle,
  system: string,
  number: string,
): Act {
  return does(on, by, `records a number of ${of.name}`, path`/children/${of}/references`, { system, number });
}

/** How two children are related. */
export const relatesChildren = (
  on: number,
  by: PersonaKey,
  one: Handle,
  other: Handle,
  kind: ChildTieKind,
): Act =>
  makes(on, by, 'records how two children are related', path`/children/${one}/child-ties`, {
    otherChildId: other,
    kind,
  });

interface HomeInput {
  readonly kind: HouseholdKind;
  readonly children: readonly Handle[];
  readonly carers: readonly Handle[];
}
/** The main home of these people; the address is the one that was told of the first child. */
export function recordsHome(
  on: number,
  by: PersonaKey,
  of: Handle,
  { kind, children, carers }: HomeInput,
): Act {
  const members = [
    ...children.map((childId) => ({ childId, pattern: 'main' })),
    ...carers.map((carerId) => ({ carerId, pattern: 'main' })),
  ];
  return makes(on, by, 'records a home', path`/children/${of}/homes`, { kind, members });
}

function without<Row extends object, Key extends keyof Row>(row: Row, key: Key): Omit<Row, Key> {
  const { [key]: _, ...rest } = row;
  return rest;
}

interface EpisodeInput {
  readonly children: readonly Handle[];
  readonly reason: string;
  readonly referralSource?: ReferralSource;
  readonly presentingNeeds?: readonly PresentingNeed[];
  readonly longTerm?: boolean;
  readonly presentPeople?: readonly { readonly name: string; readonly role: string }[];
}

export function opensEpisode(on: number, by: PersonaKey, as: Handle, input: EpisodeInput): Act {
  const { children, ...rest } = input;
  return makes(
    on,
    by,
    `opens the episode of ${as.name}`,
    path`/episodes`,
    { childIds: children, ...rest },
    { keeps: as },
  );
}

/** The tier that an agency may know: T1 is the basic details alone, T2 the assessment and plan as well. */
export type Share = readonly [agency: AgencyKey, upTo: 'T1' | 'T2', ...topics: SensitiveTopic[]];

interface AgreementInput {
  readonly purpose?: ConsentPurpose;
  readonly decision: 'given' | 'given_in_part' | 'refused' | 'not_sought';
  readonly shares?: readonly Share[];
  readonly refused?: readonly AgencyKey[];
  readonly excluded?: readonly AgencyKey[];
  readonly excludedPeople?: readonly PractitionerKey[];
  readonly decidedBy: string;
  readonly decidedByChildId?: Handle;
  readonly decidedByCarerId?: Handle;
  readonly capacity: DeciderCapacity;
  readonly competence?: CompetenceOutcome;
  readonly competenceNote?: string;
  readonly explainedHow?: string;
  readonly form?: 'written' | 'verbal_witnessed';
  readonly witness?: string;
  readonly indexAgreed?: boolean;
  readonly note?: string;
  readonly validUntil?: Day;
}

export function agreement(
  on: number,
  by: PersonaKey,
  as: Handle,
  family: Handle,
  input: AgreementInput,
): Act {
  const { shares = [], refused = [], excluded = [], excludedPeople = [], ...rest } = input;
  const body = {
    purpose: 'share_plan',
    limitsExplained: true,
    explainedLanguage: 'eng',
    form: 'written',
    lawfulBasis: 'public_task',
    ...rest,
    agencies: shares.map(([key, upTo, ...topics]) => ({
      agencyId: agency(key),
      tiers: tiers(upTo, topics),
      topics,
    })),
    refusedAgencies: refused.map(agency),
    excludedAgencies: excluded.map(agency),
    excludedPeople: excludedPeople.map(practitioner),
  };
  return makes(on, by, `records what ${input.decidedBy} decided`, path`/episodes/${family}/consents`, body, {
    keeps: as,
  });
}

function tiers(upTo: 'T1' | 'T2', topics: readonly SensitiveTopic[]): Tier[] {
  const open: Tier[] = upTo === 'T1' ? ['T0', 'T1'] : ['T0', 'T1', 'T2'];
  return topics.length > 0 ? [...open, 'T3'] : open;
}

interface WithdrawalInput {
  readonly from?: AgencyKey;
  readonly withdrawnBy: string;
  readonly capacity: DeciderCapacity;
  readonly reason?: string;
}

export function withdraws(on: number, by: PersonaKey, from: Handle, input: WithdrawalInput): Act {
  const { from: key, ...rest } = input;
  const body = { ...rest, safeguardingConcern: false, ...(key ? { agencyId: agency(key) } : {}) };
  return does(on, by, `records that ${input.withdrawnBy} withdrew`, path`/consents/${from}/withdrawal`, body);
}

export interface ClosureInput {
  readonly reason: ClosureReason;
  readonly summary: string;
  readonly outcomes?: readonly {
    readonly outcomeId: Handle;
    readonly result: 'achieved' | 'partly' | 'not' | 'no_longer_relevant';
    readonly closingScore?: number;
  }[];
  readonly finalLevel?: 1 | 2 | 3;
  readonly remainingNeeds?: string;
  readonly namedAgency?: AgencyKey;
  readonly safeguardingChecked?: boolean;
  readonly safeguardingNote?: string;
  readonly familyTold: boolean;
  readonly copyGivenOn?: Day;
  readonly copyFormat?: string;
  readonly childView?: string;
  readonly parentView?: string;
  readonly ratings?: Readonly<
    Record<'fairness' | 'decisions' | 'working_together' | 'information' | 'contact' | 'respect', number>
  >;
}

export function closes(on: number, by: PersonaKey, family: Handle, input: ClosureInput): Act {
  const { namedAgency, ...rest } = input;
  const body = {
    closedOn: day(on),
    outcomes: [],
    ...rest,
    ...(namedAgency ? { namedAgencyId: agency(namedAgency) } : {}),
  };
  return does(on, by, `closes the episode of ${family.name}`, path`/episodes/${family}/closure`, body);
}

interface NoteMore {
  readonly significance?: string;
  readonly topic?: SensitiveTopic;
}

export function notes(on: number, by: PersonaKey, family: Handle, what: string, more: NoteMore = {}): Act {
  const body = { category: 'contact', happenedOn: day(on), what, ...more };
  return makes(on, by, `notes a contact with ${family.name}`, path`/episodes/${family}/chronology`, body);
}
