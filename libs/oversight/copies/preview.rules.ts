import { labelOf, SENSITIVE_TOPICS, type SensitiveTopic } from '#libs/terms';
import type { CopyOfRecord, CopyPassage } from './copy.js';

export interface Withheld {
  readonly section: string;
  readonly what: string;
  readonly because: string;
}

/** Facts that explain why a reader does not get a passage, queried as the reader and from the family's agreement. */
export interface RecipientAccess {
  readonly reader: 'practitioner' | 'agency' | 'carer' | 'child';
  /** The agency that the reader acts for; none for a family member. */
  readonly agency: string | null;
  readonly reaches: boolean;
  readonly basic: boolean;
  readonly record: boolean;
  /** Excluded from this record, by the family or for another cause. */
  readonly cut: boolean;
  readonly excludedByFamily: boolean;
  /** What the family agreed that the reader's agency may know now; everything, for its own record. */
  readonly agreedTiers: ReadonlySet<number>;
  readonly agreedTopics: ReadonlySet<string>;
  readonly closedLong: boolean;
  /** Contact details of a family member are protected: none can be included in a copy for one of them. */
  readonly contactsProtected: boolean;
}

/**
 * The reader's copy as far as the sender may see it, and what of the sender's own copy the reader does not get. A
 * passage that only the reader has is in neither: a preview never reveals anything to the sender.
 */
export function compareCopies(
  sender: CopyOfRecord,
  reader: CopyOfRecord | null,
  sight: RecipientAccess,
): { document: CopyOfRecord | null; withheld: Withheld[] } {
  const theirs = new Map(passagesOf(reader).map((passage) => [passage.key, passage]));
  const mine = new Map(passagesOf(sender).map((passage) => [passage.key, passage]));
  const withheld = sender.sections.flatMap(({ title, passages }) =>
    passages
      .filter((passage) => !isSame(passage, theirs.get(passage.key)))
      .map((passage) => ({ section: title, what: passage.label, because: because(passage, sight) })),
  );
  if (!reader) return { document: null, withheld };
  const sections = reader.sections
    .map((section) => ({
      ...section,
      passages: section.passages.filter((passage) => isSame(passage, mine.get(passage.key))),
    }))
    .filter(({ passages }) => passages.length > 0);
  return { document: { ...reader, sections }, withheld };
}

/** One passage in its place, for the page that marks withheld ones; never its text. */
export interface Marked {
  readonly label: string;
  readonly text: string | null;
  readonly topic: string;
  readonly because: string | null;
}

export function markWithheld(
  sender: CopyOfRecord,
  reader: CopyOfRecord | null,
  sight: RecipientAccess,
): { title: string; passages: Marked[] }[] {
  const theirs = new Map(passagesOf(reader).map((passage) => [passage.key, passage]));
  return sender.sections.map(({ title, passages }) => ({
    title,
    passages: passages.map((passage) => {
      const isReceived = isSame(passage, theirs.get(passage.key));
      return {
        label: passage.label,
        text: isReceived ? passage.text : null,
        topic: passage.topic,
        because: isReceived ? null : because(passage, sight),
      };
    }),
  }));
}

/** Why the reader does not get this passage, as a phrase. */
export function because(passage: Pick<CopyPassage, 'kind' | 'topic'>, sight: RecipientAccess): string {
  if (sight.excludedByFamily) return 'the family asked that they cannot see anything';
  if (sight.cut) return 'they are excluded from this record';
  if (isFamily(sight)) return becauseOfFamily(passage, sight);
  const agency = sight.agency ?? 'their agency';
  if (passage.kind === 'index' || !sight.reaches)
    return sight.agreedTiers.has(0)
      ? 'they do not work with this family'
      : `no consent to tell ${agency} about this episode`;
  if (passage.kind === 'basic' || (passage.kind === 'contact' && !sight.basic))
    return `basic details: ${noTier(1, sight, agency)}`;
  if (passage.kind === 'contact')
    return 'where the child lives is protected, and they are not one of the people who can see it';
  if (!sight.record && passage.kind === 'sensitive_service')
    return 'a sensitive service is named only to people who can read the assessment and plan';
  if (!sight.record) return `assessment and plan: ${noTier(2, sight, agency)}`;
  if (passage.kind === 'place')
    return 'places are protected, and they are not one of the people who can see it';
  if (passage.topic) return sensitive(passage.topic, sight, agency);
  return 'it is based on sensitive information that they cannot see';
}

function becauseOfFamily(
  { kind, topic }: Pick<CopyPassage, 'kind' | 'topic'>,
  sight: RecipientAccess,
): string {
  if (!sight.reaches)
    return sight.reader === 'carer'
      ? 'they do not have parental responsibility for every child in this episode'
      : 'the record is about other children as well';
  if (topic) return `${labelled(topic)}: sensitive passages are not in the family’s copy`;
  if (kind === 'contact' || kind === 'place')
    return sight.contactsProtected
      ? 'protected contact details are not in the family’s copy'
      : 'another person’s contact details are in this copy only if you include them';
  return 'it is based on sensitive information, which is not in the family’s copy';
}

function noTier(tier: 1 | 2, { agreedTiers, closedLong }: RecipientAccess, agency: string): string {
  if (!agreedTiers.has(tier)) return `no consent to share with ${agency}`;
  if (tier === 2 && closedLong) return 'the episode closed more than 30 days ago';
  return `the family agreed to share with ${agency}, but this person does not work with them`;
}

function sensitive(topic: string, { agreedTopics }: RecipientAccess, agency: string): string {
  return agreedTopics.has(topic)
    ? `${labelled(topic)}: only the lead professional and the team can see this`
    : `${labelled(topic)}: no consent to share with ${agency}`;
}

const labelled = (topic: string): string =>
  `sensitive, ${labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic).toLowerCase()}`;
const isFamily = ({ reader }: RecipientAccess): boolean => reader === 'carer' || reader === 'child';
const passagesOf = (copy: CopyOfRecord | null): CopyPassage[] =>
  (copy?.sections ?? []).flatMap(({ passages }) => passages);
const isSame = (one: CopyPassage, other: CopyPassage | undefined): boolean =>
  other !== undefined && one.label === other.label && one.text === other.text && one.topic === other.topic;
