import type { Affected, LedgerEntry, Standing } from '#libs/casework/information-sharing';

const tiersJson = (tiers: readonly number[]): string[] => tiers.map((tier) => `T${tier}`);

/** One recorded decision of the family in the API. */
export function consentJson({ agencies, people, withdrawals, ...entry }: LedgerEntry) {
  const withStanding = (standing: string) => agencies.filter((agency) => agency.standing === standing);
  const named = (standing: string) =>
    people.filter((person) => person.standing === standing).map(({ id, name }) => ({ id, name }));
  return {
    ...entry,
    agencies: withStanding('included').map(({ id, name, tiers, topics }) => ({
      agency: { id, name },
      tiers: tiersJson(tiers),
      topics,
    })),
    refusedAgencies: withStanding('refused').map(({ id, name }) => ({ id, name })),
    excludedAgencies: withStanding('excluded').map(({ id, name }) => ({ id, name })),
    withdrawals: withdrawals.map(({ recordedByMe: _mine, ...withdrawal }) => withdrawal),
    excludedPeople: named('excluded'),
    readmittedPeople: named('readmitted'),
  };
}

export const consentStandingJson = (standing: Standing) => ({
  ...standing,
  tiers: tiersJson(standing.tiers),
});

export function affectedByWithdrawalJson({
  practitionerId,
  name,
  agency,
  loses,
  keeps,
  losesTopics,
}: Affected) {
  return {
    practitioner: { id: practitionerId, name },
    agency,
    loses: tiersJson(loses),
    keeps: tiersJson(keeps),
    losesTopics,
  };
}
