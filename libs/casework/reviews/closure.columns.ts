import type { EpisodeRecord } from '#libs/casework/episodes';
import { londonDate, now, records } from '#libs/platform';
import type { ClosureTold } from './closure.rules.js';

export const READABLE = 'You can read its record for 30 days.';

/** The columns that a closure and a proposal of one share. */
export function closureColumns({ level }: EpisodeRecord, told: ClosureTold) {
  return {
    closedOn: told.closedOn || londonDate(now()),
    reason: told.reason,
    summary: told.summary,
    finalLevel: told.finalLevel ?? level,
    remainingNeeds: told.remainingNeeds || null,
    namedAgencyId: told.namedAgencyId || null,
    safeguardingChecked: told.safeguardingChecked === true,
    safeguardingNote: told.safeguardingNote || null,
    contactAttempts: (told.contactAttempts ?? []).map(({ on, how, result }) => ({ on, how, result })),
    receivingAuthority: told.receivingAuthority || null,
    familyTold: told.familyTold,
    familyToldNote: told.familyToldNote || null,
    copyGivenOn: told.copyGivenOn || null,
    copyFormat: told.copyFormat || null,
    childView: told.childView || null,
    parentView: told.parentView || null,
    ratings: { ...told.ratings },
  };
}

/** The agency that carries on, unless it is not named to this reader. */
export async function namedAgency(episodeId: string, agencyId: string | null): Promise<string | null> {
  const rows = agencyId
    ? ((await records().query('select 1 from access.unnamed_agencies($1) where agency_id = $2', [
        episodeId,
        agencyId,
      ])) as unknown[])
    : [];
  return rows.length > 0 ? null : agencyId;
}
