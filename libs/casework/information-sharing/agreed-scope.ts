import { Injectable } from '@nestjs/common';
import type { SharingSummary } from '#libs/casework/episodes';
import { conflict, daysBetween, londonDate, now, db } from '#libs/platform';
import type { UnnamedAgency } from '#libs/terms';

/** The tier (0–3) that the family agrees an agency may know now, and whether the record is that agency's own. */
@Injectable()
export class AgreedScope {
  async tiersOf(episodeId: string, agencyId: string): Promise<ReadonlySet<number>> {
    const rows = (await db().query(
      'select distinct tier from access.consented_tiers($1) where agency_id = $2',
      [episodeId, agencyId],
    )) as { tier: number }[];
    return new Set(rows.map((row) => row.tier));
  }

  /**
   * Work needs access to the record: throws 409 unless the agency may know at least T1 and the person is not excluded.
   */
  async assertAgreed(episodeId: string, practitionerId: string, agencyId: string): Promise<void> {
    await this.assertNamed(episodeId, agencyId);
    const tiers = await this.tiersOf(episodeId, agencyId);
    const [row] = (await db().query('select access.is_excluded($1, $2) as cut', [
      practitionerId,
      episodeId,
    ])) as [{ cut: boolean }];
    if (!tiers.has(1) || row.cut)
      throw conflict(
        'The family has not agreed to share with this person’s agency. Ask the family first, and record their decision.',
      );
  }

  /** The same answer for every such agency, so that inviting its staff does not reveal which one it is. */
  private async assertNamed(episodeId: string, agencyId: string): Promise<void> {
    const [row] = (await db().query('select why from access.unnamed_agencies($1) where agency_id = $2', [
      episodeId,
      agencyId,
    ])) as { why: UnnamedAgency }[];
    if (row) throw conflict(ASK_OTHERS[row.why]);
  }
}

/** One line for the head of every page: "Shared with 3 agencies; consent ends in 12 days". */
export function describeSharing({ agreements, agencies, until }: SharingSummary): string {
  if (agreements === 0) return 'No consent to share recorded yet';
  if (agencies === 0) return 'Not shared with any other agency';
  const shared = `Shared with ${agencies} ${agencies === 1 ? 'agency' : 'agencies'}`;
  if (!until) return shared;
  const days = daysBetween(londonDate(now()), until);
  return `${shared}; consent ends ${days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`}`;
}

const ASK_OTHERS: Readonly<Record<UnnamedAgency, string>> = {
  sensitive:
    'Only the practitioner who started the episode, the lead professional or the coordinator can contact a sensitive service. Ask one of them.',
  protected:
    'Contact details are protected. Ask information governance to give you access first, or to ask this person for you.',
};
