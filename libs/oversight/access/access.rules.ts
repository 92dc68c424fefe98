import { type Reach, REACH_SENTENCES } from '#libs/access';
import { date, dateTime, plural } from '#libs/page-kit';
import { labelOf, SENSITIVE_TOPICS, type SensitiveTopic } from '#libs/terms';

/** One grant that opens a tier of an episode to the reader, with the family's decision behind it. */
export interface Reason {
  readonly reach: Reach;
  readonly tier: number;
  /** Null when it does not end by itself. */
  readonly ends: Date | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly validUntil: string | null;
}

const TIER_PHRASES: Record<number, string> = {
  0: 'that there is an episode and who the lead professional is',
  1: 'the basic details',
  2: 'the basic details, the assessment and the plan',
};

/** The ground of a reach in this episode, replacing its general sentence: which panel, whose supporter, for whom. */
export type ReachFacts = Partial<Record<Reach, string>>;

/** Why a person can see what they see: one sentence for each reach. `ownRecord`: their agency opened it. */
export function whySentences(
  reasons: readonly Reason[],
  topics: readonly SensitiveTopic[],
  ownRecord: boolean,
  facts: ReachFacts = {},
  moment = new Date(),
  inEmergency: readonly SensitiveTopic[] = [],
): string[] {
  const strongest = new Map<string, Reason>();
  for (const reason of reasons) {
    const current = strongest.get(reason.reach);
    if (!current || current.tier < reason.tier) strongest.set(reason.reach, reason);
  }
  const sentences = [...strongest.values()].map(
    (reason) =>
      `You can see ${TIER_PHRASES[reason.tier] ?? 'this'} because ${facts[reason.reach] ?? REACH_SENTENCES[reason.reach]}${reason.reach === 'lead' && facts.lead ? '' : agreement(reason, ownRecord, moment)}.`,
  );
  return [
    ...sentences,
    ...marked(topics, 'the family agreed to it'),
    ...marked(inEmergency, 'you asked for emergency access to it'),
  ];
}

function marked(topics: readonly SensitiveTopic[], because: string): string[] {
  const named = topics.map((topic) => labelOf(SENSITIVE_TOPICS, topic).toLowerCase());
  return named.length > 0 ? [`You can also see what is marked ${named.join(', ')}, because ${because}.`] : [];
}

/** One line for below the head of every page of an episode. */
export function inOneLine(
  reaches: readonly Reach[],
  facts: ReachFacts,
  ends: ReadonlyMap<Reach, string>,
): string {
  const phrases = reaches.map((reach) => `${facts[reach] ?? REACH_SENTENCES[reach]}${ends.get(reach) ?? ''}`);
  return `You can see this because ${phrases.join(', and ')}.`;
}

/** Reaches that expire, whatever the family agreed: the reader must know when. */
const EXPIRING_REACHES: readonly Reach[] = ['panel', 'emergency', 'sample'];

/** "; this ends 2 April 2026", to the minute for an emergency, with the time left. */
export function endingOf({ reach, ends }: Pick<Reason, 'reach' | 'ends'>, moment: Date): string {
  if (!ends) return '';
  // An end at the start of a day includes the whole day before.
  if (reach !== 'emergency') return `; this ends ${date(new Date(ends.getTime() - 1))}`;
  const minutes = Math.max(0, Math.ceil((ends.getTime() - moment.getTime()) / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const left = [hours && plural(hours, 'hour'), rest && plural(rest, 'minute')].filter(Boolean).join(' ');
  return `; this ends ${dateTime(ends)}, in ${left || 'less than a minute'}`;
}

function agreement(reason: Reason, ownRecord: boolean, moment: Date): string {
  const { reach, decidedBy, decidedOn, validUntil } = reason;
  // In their own agency's record, practitioners who work with the family need no agreement; their colleagues do.
  const byAgreement = !ownRecord || reach === 'agency';
  if (!byAgreement || !decidedBy || !decidedOn) return endingOf(reason, moment);
  if (EXPIRING_REACHES.includes(reach))
    return `, and ${decidedBy} agreed on ${date(decidedOn)}${endingOf(reason, moment)}`;
  const agreementText =
    reach === 'agency'
      ? `: ${decidedBy} said so on ${date(decidedOn)}`
      : `, and ${decidedBy} agreed on ${date(decidedOn)}`;
  return validUntil ? `${agreementText}; consent ends ${date(validUntil)}` : agreementText;
}

export interface Closed {
  readonly what: string;
  /** What would open it, and who can do that. */
  readonly opens: string;
}

/**
 * What stays closed to this person, and what would open it. Reveals nothing about whether sensitive information exists.
 */
export function whyNot({ role, reaches, basic, record, lead }: ViewerAccess): Closed[] {
  const ask = lead ? `Ask ${lead}, the lead professional` : 'Ask the coordinator for the locality';
  const closed: Closed[] = [];
  if (!basic) closed.push({ what: 'Address, household, school and carers', opens: opensBasic(role, ask) });
  if (!record)
    closed.push({ what: 'Assessment, plan, team and chronology', opens: opensRecord(role, reaches, ask) });
  return [
    ...closed,
    {
      what: 'Sensitive information, if there is any',
      opens:
        'Only the lead professional, and team members whose agency the family agreed can know about a topic, can see it.',
    },
  ];
}

export interface ViewerAccess {
  readonly role: string;
  readonly reaches: readonly Reach[];
  readonly basic: boolean;
  readonly record: boolean;
  readonly lead: string | null;
}

function opensBasic(role: string, ask: string): string {
  if (role === 'governance')
    return 'You do not need to see the content for information governance. Ask the coordinator for the locality.';
  return `The family needs to agree to share it with your agency. ${ask}.`;
}

function opensRecord(role: string, reaches: readonly Reach[], ask: string): string {
  if (role === 'governance') return opensBasic(role, ask);
  if (role === 'front_door')
    return 'You can see this while a step-up is waiting for your answer, or if you accepted one.';
  const worksWithFamily = reaches.some((reach) => reach === 'team' || reach === 'lead');
  return worksWithFamily
    ? `The family needs to agree to share it with your agency. ${ask}.`
    : `You need to be in the team around the child, and the family needs to agree to share it with your agency. ${ask}.`;
}
