import { endOf, type Instant } from './calendar.js';
import type { Consent, Episode, Tier, Topic } from './world.js';

/** "The purpose was not agreed": consent for the record and consent for a panel are separate. */
export type PurposeClass = 'record' | 'panel';
const RECORD_PURPOSES = ['assess', 'share_assessment', 'hold_tac', 'share_plan'];
const classOf = (purpose: string): PurposeClass | null =>
  RECORD_PURPOSES.includes(purpose) ? 'record' : purpose === 'panel_referral' ? 'panel' : null;

export interface Agreed {
  readonly tiers: ReadonlySet<Tier>;
  readonly topics: ReadonlySet<Topic>;
}
const NOTHING: Agreed = { tiers: new Set(), topics: new Set() };

/** Whether this decision covers this agency for this class of purposes. */
function covers(consent: Consent, agency: string, asked: PurposeClass): boolean {
  // "Exclusion beats every inclusion", whatever the purpose.
  if (consent.excluded.includes(agency)) return true;
  const spoken = classOf(consent.purpose);
  if (spoken === null) return false;
  const namesNobody = [consent.agreed, consent.refused, consent.excluded].every((list) => list.length === 0);
  // A refusal that names no agency refuses all; refusing the record also refuses the panel.
  if (consent.decision === 'refused' && namesNobody) return spoken === 'record' || asked === 'panel';
  if (spoken !== asked) return false;
  return consent.refused.includes(agency) || consent.agreed.some((one) => one.agency === agency);
}

/** The latest decision about an agency, while it is in force: "given, not withdrawn, not expired, not refused". */
export function liveConsent(
  episode: Episode,
  agency: string,
  asked: PurposeClass,
  now: Instant,
): Consent | null {
  const latest = episode.consents.filter((one) => one.at <= now && covers(one, agency, asked)).at(-1);
  if (!latest || latest.decision === 'refused') return null;
  if (latest.excluded.includes(agency) || latest.refused.includes(agency)) return null;
  const withdrawn = episode.withdrawals.some(
    (one) => one.consent === latest.id && one.at <= now && (one.agency === null || one.agency === agency),
  );
  return withdrawn || now >= endOf(latest.validUntil) ? null : latest;
}

/** What the family consents to for an agency now. When the latest decision ends, earlier ones do not revive. */
export function consented(episode: Episode, agency: string, asked: PurposeClass, now: Instant): Agreed {
  const agreed = liveConsent(episode, agency, asked, now)?.agreed.find((one) => one.agency === agency);
  if (!agreed) return NOTHING;
  const known = agreed.tiers.filter((tier): tier is Tier => tier < 3);
  return {
    // T1 and T2 include T0: knowing the basics or the plan implies knowing that the episode exists.
    tiers: new Set([...known, ...(known.some((tier) => tier > 0) ? [0 as Tier] : [])]),
    topics: new Set(agreed.tiers.includes(3) ? agreed.topics : []),
  };
}

/** "Index: T0, only if the family agreed to the index": their latest decision about the record says so, while it is in force. */
export const latestForIndex = (episode: Episode, now: Instant): Consent | null =>
  episode.consents.filter((one) => one.at <= now && classOf(one.purpose) === 'record').at(-1) ?? null;
export function agreedToIndex(episode: Episode, now: Instant): boolean {
  const latest = latestForIndex(episode, now);
  if (!latest || latest.decision === 'refused' || !latest.index) return false;
  const withdrawn = episode.withdrawals.some(
    (one) => one.consent === latest.id && one.at <= now && one.agency === null,
  );
  return !withdrawn && now < endOf(latest.validUntil);
}

/** "The agency is excluded by the family": until the family includes it again; an end date does not end an exclusion. */
export const isAgencyExcluded = (episode: Episode, agency: string, now: Instant): boolean =>
  episode.consents
    .filter((one) => one.at <= now)
    .filter(
      (one) =>
        one.excluded.includes(agency) ||
        (classOf(one.purpose) === 'record' && one.agreed.some((other) => other.agency === agency)),
    )
    .at(-1)
    ?.excluded.includes(agency) ?? false;

/** "The opening agency works with its own record whether or not anything is shared; consent governs every other agency." */
export function within(episode: Episode, agency: string, asked: PurposeClass, now: Instant): Agreed {
  const agreed = consented(episode, agency, asked, now);
  return agency === episode.openingAgency ? { tiers: new Set([0, 1, 2]), topics: agreed.topics } : agreed;
}
