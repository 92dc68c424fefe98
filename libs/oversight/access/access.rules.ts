import { type Reach, REACH_SENTENCES } from '#libs/access';
import { date, dateTime } from '#libs/page-kit';
import { labelOf, SENSITIVE_TOPICS, type SensitiveTopic } from '#libs/terms';

/** One grant that opens a tier of an episode to whoever asks, with the family's word that it rests on. */
export interface Reason {
  readonly reach: Reach;
  readonly tier: number;
  /** Null when it does not end by itself. */
  readonly ends: Date | null;
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  readonly validUntil: string | null;
}

const HELD: Record<number, string> = {
  0: 'that there is an episode and who leads it',
  1: 'the basic details',
  2: 'the basic details, the assessment and the plan',
};

/** Why a person can see what they see: one sentence for each way they come to it. `ownRecord`: their agency opened it. */
export function whySentences(
  reasons: readonly Reason[],
  topics: readonly SensitiveTopic[],
  ownRecord: boolean,
  inEmergency: readonly SensitiveTopic[] = [],
): string[] {
  const ways = new Map<string, Reason>();
  for (const reason of reasons) {
    const known = ways.get(reason.reach);
    if (!known || known.tier < reason.tier) ways.set(reason.reach, reason);
  }
  const sentences = [...ways.values()].map(
    (reason) =>
      `You can see ${HELD[reason.tier] ?? 'this'} because ${REACH_SENTENCES[reason.reach]}${agreement(reason, ownRecord)}.`,
  );
  return [
    ...sentences,
    ...marked(topics, 'the family agreed to it'),
    ...marked(inEmergency, 'you asked for it in an emergency'),
  ];
}

function marked(topics: readonly SensitiveTopic[], because: string): string[] {
  const named = topics.map((topic) => labelOf(SENSITIVE_TOPICS, topic).toLowerCase());
  return named.length > 0 ? [`You can also see what is marked ${named.join(', ')}, because ${because}.`] : [];
}

function agreement({ reach, ends, decidedBy, decidedOn, validUntil }: Reason, ownRecord: boolean): string {
  if (reach === 'emergency') return ends ? `; this ends ${dateTime(ends)}` : '';
  if (ownRecord || !decidedBy || !decidedOn) return ends ? `; this ends ${date(ends)}` : '';
  const said =
    reach === 'agency'
      ? `: ${decidedBy} said so on ${date(decidedOn)}`
      : `, and ${decidedBy} agreed on ${date(decidedOn)}`;
  return validUntil ? `${said}; agreement ends ${date(validUntil)}` : said;
}

export interface Closed {
  readonly what: string;
  /** What would open it, and who can do that. */
  readonly opens: string;
}

/** What stays closed to this person, and what would open it. Says nothing of whether anything sensitive is there. */
export function whyNot({ role, reaches, basic, record, lead }: Sight): Closed[] {
  const ask = lead ? `Ask ${lead}, who leads` : 'Ask the coordinator for the locality';
  const closed: Closed[] = [];
  if (!basic) closed.push({ what: 'Address, household, school and carers', opens: opensBasic(role, ask) });
  if (!record)
    closed.push({ what: 'Assessment, plan, team and chronology', opens: opensRecord(role, reaches, ask) });
  return [
    ...closed,
    {
      what: 'Sensitive information, where there is any',
      opens:
        'Each topic opens only to the lead professional and to members of the team whose agency the family agreed may know that topic.',
    },
  ];
}

export interface Sight {
  readonly role: string;
  readonly reaches: readonly Reach[];
  readonly basic: boolean;
  readonly record: boolean;
  readonly lead: string | null;
}

function opensBasic(role: string, ask: string): string {
  if (role === 'governance')
    return 'You answer for how information is shared, and need no content for it. Ask the coordinator for the locality.';
  return `The family’s agreement that your agency may know it. ${ask}.`;
}

function opensRecord(role: string, reaches: readonly Reach[], ask: string): string {
  if (role === 'governance') return opensBasic(role, ask);
  if (role === 'front_door') return 'A step-up that is waiting for your answer, or that you accepted.';
  const working = reaches.some((reach) => reach === 'team' || reach === 'lead');
  return working
    ? `The family’s agreement that your agency may know it. ${ask}.`
    : `A place in the team around the child, and the family’s agreement that your agency may know it. ${ask}.`;
}
