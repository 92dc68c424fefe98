import type { EpisodeRecord } from '#libs/casework/episodes';
import { londonDate, now, db } from '#libs/platform';
import type { ClosureInput } from './closure.rules.js';

export const READABLE = 'You can read its record for 30 days.';

/** The columns that a closure and a proposal of one share. */
export function closureColumns({ level }: EpisodeRecord, input: ClosureInput) {
  return {
    closedOn: input.closedOn || londonDate(now()),
    reason: input.reason,
    summary: input.summary,
    finalLevel: input.finalLevel ?? level,
    remainingNeeds: input.remainingNeeds || null,
    namedAgencyId: input.namedAgencyId || null,
    safeguardingChecked: input.safeguardingChecked === true,
    safeguardingNote: input.safeguardingNote || null,
    contactAttempts: (input.contactAttempts ?? []).map(({ on, how, result }) => ({ on, how, result })),
    receivingAuthority: input.receivingAuthority || null,
    familyTold: input.familyTold,
    familyToldNote: input.familyToldNote || null,
    copyGivenOn: input.copyGivenOn || null,
    copyFormat: input.copyFormat || null,
    childView: input.childView || null,
    parentView: input.parentView || null,
    ratings: { ...input.ratings },
  };
}

/** The agency that carries on, unless it is not named to this reader. */
export async function namedAgency(episodeId: string, agencyId: string | null): Promise<string | null> {
  const rows = agencyId
    ? ((await db().query('select 1 from access.unnamed_agencies($1) where agency_id = $2', [
        episodeId,
        agencyId,
      ])) as unknown[])
    : [];
  return rows.length > 0 ? null : agencyId;
}
