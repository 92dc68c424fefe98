import { decisionSentences, type LedgerEntry } from '#libs/casework/information-sharing';
import { date } from '#libs/page-kit';
import { TIER_EXPLANATIONS } from '../shared/consent-tiers.js';

interface Paper {
  readonly keptOff: ReadonlySet<string>;
  readonly opensRecord: boolean;
}

/** The sentence at the head of a decision that is not in force. */
const PAST: Partial<Record<LedgerEntry['state'], string>> = {
  superseded: 'You have made a later decision. This page shows what you decided before.',
  withdrawn: 'You have withdrawn this since. It no longer applies.',
  expired: 'This has ended. It no longer applies.',
};

/**
 * A decision for the person who made it: no contact details, no names of children or of other adults, nothing that was
 * noted for practitioners, and no name that a paper may not have.
 */
export function toFamilyPage(
  entry: LedgerEntry,
  { keptOff, opensRecord }: Paper,
  openingAgencyId: string | null,
) {
  const named = entry.agencies.filter(({ id }) => !keptOff.has(id));
  const withdrawn = entry.withdrawals.filter(({ agency }) => named.some(({ name }) => name === agency));
  const hasEnded = (agency: string): boolean => withdrawn.some((one) => one.agency === agency);
  const excluded = entry.people.filter(({ standing }) => standing === 'excluded');
  const namedPeople = excluded.filter(({ id }) => !keptOff.has(id));
  const unnamedPeople = excluded.length - namedPeople.length;
  return {
    title: entry.decision === 'refused' ? 'What you decided about sharing' : 'What you agreed to share',
    decidedBy: entry.decidedBy,
    decidedOn: entry.decidedOn,
    past: PAST[entry.state] ?? null,
    sentences: [
      ...decisionSentences({
        ...entry,
        opensRecord,
        agencies: named
          .filter(({ name }) => !hasEnded(name))
          .map((agency) => ({ ...agency, hasOpened: agency.id === openingAgencyId })),
        unnamed: entry.unnamedAgencies + entry.agencies.length - named.length,
        excludedPeople: namedPeople.map(({ name }) => name),
      }),
      ...withdrawn.map(
        ({ agency, withdrawnAt }) =>
          `You withdrew this for ${agency} on ${date(withdrawnAt)}. It no longer applies there.`,
      ),
      ...(unnamedPeople > 0
        ? [
            `${unnamedPeople === 1 ? 'One person' : `${unnamedPeople} people`} you named must never see the record.`,
          ]
        : []),
    ],
    meanings: TIER_EXPLANATIONS.map(({ text, hint }) => ({ text, hint })),
  };
}
