import { date } from '#libs/page-kit';
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  labelOf,
  SENSITIVE_TOPICS,
  type SensitiveTopic,
} from '#libs/terms';

/** An agency in a decision, as it is read to the family. */
export interface AgencyWords {
  readonly name: string;
  readonly standing: 'included' | 'refused' | 'excluded';
  readonly tiers: readonly number[];
  readonly topics: readonly string[];
  /** It started the episode: the decision is about its other staff. */
  readonly hasOpened?: boolean;
}

/** A decision of the family, as far as it is read to them. */
export interface ConsentWords {
  readonly decision: string;
  readonly purpose: string;
  readonly opensRecord: boolean;
  readonly agencies: readonly AgencyWords[];
  /** Agencies of the decision that are not named here. */
  readonly unnamed: number;
  readonly excludedPeople: readonly string[];
  readonly indexAgreed: boolean;
  readonly validUntil: string | null;
  readonly reviewOn: string | null;
}

const TIERS = ['that we are helping', 'basic details', 'the assessment and plan'] as const;

/** One agency in a sentence: "Castle Rock School can see that we are helping and basic details. …". */
export function agencySentence(agency: AgencyWords, { opensRecord = true, purpose = '' } = {}): string {
  const { name, standing, tiers, topics } = agency;
  if (standing === 'excluded') return `${name} must never see the record.`;
  if (standing === 'refused') return `${name} cannot see anything. You did not agree to it, or not yet.`;
  const who = agency.hasOpened ? `Other staff of ${name}` : name;
  const what = inSeries(TIERS.filter((_, tier) => tiers.includes(tier)));
  const sensitive =
    topics.length > 0
      ? `Of sensitive topics, only ${inSeries(topics.map((topic) => labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic).toLowerCase()))}.`
      : 'Nothing about sensitive topics.';
  if (!opensRecord)
    return `${who}: agreed for “${purpose}”${what ? `, ${what}` : ''}. This alone does not let anyone there open the record. ${sensitive}`;
  return what ? `${who} can see ${what}. ${sensitive}` : `${who} can see no more than this. ${sensitive}`;
}

/** The whole decision in sentences, in the order in which they are read out. */
export function decisionSentences(words: ConsentWords): string[] {
  const { decision, agencies, unnamed, excludedPeople, validUntil, reviewOn } = words;
  const isAgreed = decision === 'given' || decision === 'given_in_part';
  const purpose = labelOf(CONSENT_PURPOSES, words.purpose as ConsentPurpose).toLowerCase();
  const order = ['included', 'refused', 'excluded'];
  const sorted = order.flatMap((standing) => agencies.filter((one) => one.standing === standing));
  return [
    ...(decision === 'refused' && agencies.length + unnamed === 0
      ? ['No agency yet: you did not agree to share the record with any other agency.']
      : []),
    ...(decision === 'not_sought' ? ['You were not asked.'] : []),
    ...sorted.map((agency) => agencySentence(agency, { opensRecord: words.opensRecord, purpose })),
    ...(unnamed > 0
      ? [
          `This decision is also about ${unnamed === 1 ? 'one more service that is' : `${unnamed} more services that are`} not named here.`,
        ]
      : []),
    ...excludedPeople.map((name) => `${name} must never see the record.`),
    ...(words.indexAgreed
      ? ['A practitioner who searches by name can find out that we are helping, and who to contact.']
      : isAgreed
        ? ['You did not agree that a practitioner who searches by name finds out that we are helping.']
        : []),
    ...(validUntil ? [`This lasts until ${date(validUntil)}.`] : []),
    ...(reviewOn && isAgreed ? [`We will ask you again by ${date(reviewOn)}.`] : []),
  ];
}

function inSeries(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
