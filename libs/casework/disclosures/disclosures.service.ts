import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { OverseersService, SharingSettingsService } from '#libs/casework/information-sharing';
import { actor, invalid, invalidField, isId, londonDate, newId, now, records } from '#libs/platform';
import { Disclosure } from './disclosure.entity.js';
import {
  basisOf,
  type DisclosureCircumstances,
  type DisclosureDraft,
  faultsOfDisclosure,
} from './disclosure.rules.js';

/** Writing down a decision to share or not to share. It never opens a reach: it says what was told, once. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly settings: SharingSettingsService,
    private readonly overseers: OverseersService,
  ) {}

  /** Records the decision; 422 with faults beside fields. What lies outside the family's agreement is told to a manager. */
  async recordDisclosure(episodeId: string, draft: DisclosureDraft): Promise<string> {
    const abilities = await permitOn(
      episodeId,
      'disclosure.record',
      'record an information-sharing decision',
    );
    await this.refuseUnknown(draft);
    const circumstances = await this.circumstances(episodeId, draft);
    const faults = faultsOfDisclosure(draft, circumstances);
    if (faults.length > 0) throw invalid(faults);
    const id = await this.write(episodeId, draft, basisOf(draft, circumstances));
    const outside = draft.decision !== 'not_shared' && !circumstances.withinAgreement;
    if (outside) await this.tell(episodeId);
    await audit('record disclosure', 'disclosure', {
      episodeId,
      subjectId: id,
      reaches: abilities.reaches,
      detail: { decision: draft.decision, outsideConsent: outside },
    });
    return id;
  }

  private async circumstances(episodeId: string, draft: DisclosureDraft): Promise<DisclosureCircumstances> {
    const [row] = (await records().query('select access.is_within_agreement($1, $2, $3, $4, $5) as within', [
      episodeId,
      draft.toAgencyId ?? null,
      draft.toPractitionerId ?? null,
      tierNumbers(draft.tiers),
      draft.topics ?? [],
    ])) as [{ within: boolean }];
    const { duty16la } = await this.settings.settled();
    return { today: londonDate(now()), withinAgreement: row.within, duty16la };
  }

  private async refuseUnknown({
    toAgencyId,
    toPractitionerId,
    askedByPractitionerId,
  }: DisclosureDraft): Promise<void> {
    const [found] = (await records().query(
      `select exists (select from agencies where id = $1) as agency, access.works_for($2, $1) as works,
         exists (select from practitioners where id = $3) as asker`,
      [idOrNull(toAgencyId), idOrNull(toPractitionerId), idOrNull(askedByPractitionerId)],
    )) as [{ agency: boolean; works: boolean; asker: boolean }];
    if (toAgencyId && !found.agency) throw invalidField('toAgencyId', 'Select an agency from the directory');
    if (toAgencyId && toPractitionerId && !found.works)
      throw invalidField('toPractitionerId', 'Select someone who works for that agency');
    if (askedByPractitionerId && !found.asker)
      throw invalidField('askedByPractitionerId', 'Select a colleague from the directory');
  }

  private async write(episodeId: string, draft: DisclosureDraft, basis: string | null): Promise<string> {
    const id = newId();
    await records().insert(Disclosure, {
      id,
      episodeId,
      askedByPractitionerId: draft.askedByPractitionerId ?? null,
      askedByName: draft.askedByName?.trim() || null,
      askedByAgency: draft.askedByAgency?.trim() || null,
      toAgencyId: draft.toAgencyId ?? null,
      toPractitionerId: draft.toPractitionerId ?? null,
      toName: draft.toName?.trim() || null,
      askedFor: draft.askedFor,
      purpose: draft.purpose,
      tiers: tierNumbers(draft.tiers),
      topics: [...(draft.topics ?? [])],
      riskOfSharing: draft.riskOfSharing ?? null,
      riskOfNotSharing: draft.riskOfNotSharing ?? null,
      basis,
      detrimentConsidered: draft.detrimentConsidered ?? null,
      decision: draft.decision,
      whatWasShared: draft.whatWasShared ?? null,
      reason: draft.reason ?? null,
      consulted: draft.consulted ?? null,
      familyTold: draft.familyTold,
      familyToldNote: draft.familyToldNote ?? null,
      tellFamilyOn: draft.tellFamilyOn ?? null,
      sentHow: draft.sentHow ?? null,
      outsideConsent: false,
      decidedAt: now(),
      recordedBy: actor().practitionerId,
    });
    return id;
  }

  private tell(episodeId: string): Promise<void> {
    return this.overseers.tell(
      episodeId,
      'Information was shared without the family’s consent',
      `${actor().name} recorded a decision to share information without a family’s consent. Read the lawful basis and the reason, and discuss it with them.`,
      `/episodes/${episodeId}/disclosures`,
    );
  }
}

const tierNumbers = (tiers: readonly string[]): number[] => tiers.map((tier) => Number(tier.slice(1)));
const idOrNull = (id: string | null | undefined): string | null => (isId(id) ? id : null);
