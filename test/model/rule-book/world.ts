import type { Day, Instant, Span } from './calendar.js';

/** The world as plain data. Events are stored with their instants; nothing here decides permissions. */
export type Tier = 0 | 1 | 2;
export type Topic = string;

export interface Actor {
  /** The person's name in sequences. */
  readonly key: string;
  readonly person: string;
  readonly agency: string;
  readonly role: string;
  readonly post: string;
  readonly locality: string | null;
  /** When the post, or the person's employment, ended. */
  left: Instant | null;
}

export interface AgreedAgency {
  readonly agency: string;
  readonly tiers: readonly number[];
  readonly topics: readonly Topic[];
}
/** One consent decision, as recorded. */
export interface Consent {
  readonly id: string;
  readonly at: Instant;
  readonly purpose: string;
  readonly decision: 'given' | 'given_in_part' | 'refused';
  readonly agreed: readonly AgreedAgency[];
  readonly refused: readonly string[];
  readonly excluded: readonly string[];
  readonly peopleExcluded: readonly string[];
  readonly peopleReadmitted: readonly string[];
  /** The children who joined later and whom the family included. */
  readonly children: readonly string[];
  /** Whether the family agreed to be found by name. */
  readonly index: boolean;
  readonly validUntil: Day;
}
export interface Withdrawal {
  readonly consent: string;
  readonly agency: string | null;
  readonly at: Instant;
}

interface Involvement extends Span {
  readonly id: string;
  readonly person: string;
  readonly agency: string;
}
export interface Deputy {
  readonly id: string;
  readonly appointment: string;
  readonly person: string;
  readonly agency: string;
  readonly beginsOn: Day;
  readonly endsOn: Day;
  readonly namedAt: Instant;
  endedAt: Instant | null;
}
export interface StepUp {
  readonly id: string;
  readonly raisedAt: Instant;
  outcome: string | null;
  outcomeAt: Instant | null;
}
export interface Emergency {
  readonly id: string;
  readonly person: string;
  readonly agency: string;
  readonly role: string;
  readonly tier: 1 | 2 | 3;
  readonly topics: readonly Topic[];
  readonly protectedDetails: boolean;
  readonly hours: number;
  readonly needsSecond: boolean;
  begins: Instant | null;
  endedAt: Instant | null;
  secondedBy: string | null;
  reviewer: string | null;
  reviewed: boolean;
}
interface PanelItem extends Span {
  readonly id: string;
  readonly meeting: string;
}
/** A written item, sensitive (with a topic) or not (''). */
export interface Item {
  readonly id: string;
  readonly topic: Topic | '';
  readonly writer: string;
}

export interface Episode {
  readonly id: string;
  readonly name: string;
  readonly openedAt: Instant;
  readonly openingAgency: string;
  /** Who is or ever was in it; the first entry is the first child. */
  readonly children: string[];
  /** The children who joined after it was opened, and who added them. */
  readonly joined: Map<string, { readonly at: Instant; readonly by: string }>;
  /** The children who were taken out, and when. */
  readonly left: Map<string, Instant>;
  closedAt: Instant | null;
  /** "Level 4 is set only by the front door", and ended only by its step-down. */
  atLevel4: boolean;
  /** A closure that a manager was asked to approve. */
  closing: { readonly id: string; readonly manager: string } | null;
  readonly authorships: Involvement[];
  readonly leads: Involvement[];
  readonly deputies: Deputy[];
  readonly team: Involvement[];
  readonly consents: Consent[];
  readonly withdrawals: Withdrawal[];
  readonly stepUps: StepUp[];
  readonly panelItems: PanelItem[];
  readonly emergencies: Emergency[];
  /** The audits it was drawn for, and when. */
  readonly draws: { readonly audit: string; readonly at: Instant }[];
  readonly items: Item[];
}

export interface Carer {
  readonly id: string;
  readonly parentalResponsibility: 'yes' | 'no' | 'not_known';
  readonly livesWith: boolean | null;
}
export interface Child {
  readonly id: string;
  readonly name: string;
  readonly born: Day;
  /** The current locality; reach and lists follow it. */
  locality: string;
  /** Those who care for the child now: an ending takes them out. */
  carers: readonly Carer[];
  /** Other names, each found and shown like the present one until it is sealed. */
  readonly names: FurtherName[];
}
export interface FurtherName {
  readonly id: string;
  readonly text: string;
  isSealed: boolean;
}
interface Relative {
  readonly person: string;
  readonly child: string;
}
/** In force from the request until it is declined or ended. */
export interface Shield extends Span {
  readonly id: string;
  readonly child: string;
  readonly recordedBy: string;
  decided: boolean;
  /** The carers "the child is kept safe from": no instant is stored, so it applies for the whole of the shield. */
  readonly unsafeCarers: string[];
  readonly names: (Span & { readonly id: string; readonly person: string })[];
}
export interface Meeting {
  readonly id: string;
  readonly panel: string;
  readonly heldOn: Day;
  cancelledAt: Instant | null;
}
interface PanelMember extends Span {
  readonly id: string;
  readonly panel: string;
  readonly person: string;
  readonly agency: string;
}
interface Naming extends Span {
  readonly id: string;
  readonly practitioner: string;
  readonly supporter: string;
}
interface CaseAudit {
  readonly id: string;
  readonly auditor: string;
  readonly endsOn: Day;
  endedAt: Instant | null;
}

/** "One record is kept and another is of the same child": proposed by one person, decided by another. */
export interface Merge {
  readonly id: string;
  readonly kept: string;
  readonly other: string;
  readonly proposedBy: string;
  decision: 'approved' | 'declined' | 'withdrawn' | null;
  decidedBy: string | null;
  decidedAt: Instant | null;
  isUndone: boolean;
}

/** A question to the coordinator by a practitioner who was refused access. */
export interface HelpQuestion {
  readonly id: string;
  readonly asker: string;
  readonly episode: Episode;
}

export interface ModelWorld {
  readonly actors: readonly Actor[];
  readonly episodes: Episode[];
  readonly children: Map<string, Child>;
  readonly relatives: Relative[];
  readonly shields: Shield[];
  readonly meetings: Meeting[];
  readonly panelMembers: PanelMember[];
  readonly namings: Naming[];
  readonly audits: CaseAudit[];
  readonly questions: HelpQuestion[];
  readonly merges: Merge[];
}
