import { Injectable } from '@nestjs/common';
import { audit, permitOn } from '#libs/access';
import { OverseersService, SharingSettingsService } from '#libs/casework/information-sharing';
import { actor, invalid, invalidField, isId, londonDate, newId, now, db } from '#libs/platform';
import { Disclosure } from './disclosure.entity.js';
import {
  basisOf,
  type DisclosureCircumstances,
  type DisclosureDraft,
  validateDisclosure,
} from './disclosure.rules.js';

/** Recording a decision to share or not to share. It never grants access: it states what was disclosed, once. */
@Injectable()
export class DisclosuresService {
  constructor(
    private readonly settings: SharingSettingsService,
    private readonly overseers: OverseersService,
  ) {}

  /**
   * Records the decision; 422 with errors beside fields. A disclosure outside the family's agreement is reported to a
   * manager.
   */
  async recordDisclosure(episodeId: string, draft: DisclosureDraft): Promise<string> {
    const abilities = await permitOn(
      episodeId,
      'disclosure.record',
      'record an information-sharing decision',
    );
    await this.assertReferencesExist(draft);
    const circumstances = await this.circumstances(episodeId, draft);
    const errors = validateDisclosure(draft, circumstances);
    if (errors.length > 0) throw invalid(errors);
    const id = await this.write(episodeId, draft, basisOf(draft, circumstances));
    const isOutsideAgreement = draft.decision !== 'not_shared' && !circumstances.withinAgreement;
    if (isOutsideAgreement) await this.notifyOverseers(episodeId);
    await audit('record disclosure', 'disclosure', {
      episodeId,
      subjectId: id,
      reaches: abilities.reaches,
      detail: { decision: draft.decision, outsideConsent: isOutsideAgreement },
    });
    return id;
  }

  private async circumstances(episodeId: string, draft: DisclosureDraft): Promise<DisclosureCircumstances> {
    const [row] = (await db().query('select access.is_within_agreement($1, $2, $3, $4, $5) as within', [
      episodeId,
      draft.toAgencyId ?? null,
      draft.toPractitionerId ?? null,
      tierNumbers(draft.tiers),
      draft.topics ?? [],
    ])) as [{ within: boolean }];
    const { duty16la } = await this.settings.settled();
    return { today: londonDate(now()), withinAgreement: row.within, duty16la };
  }

  private async assertReferencesExist({
    toAgencyId,
    toPractitionerId,
    askedByPractitionerId,
  }: DisclosureDraft): Promise<void> {
    const [existing] = (await db().query(
      `select exists (select from agencies where id = $1) as agency, access.works_for($2, $1) as works,
         exists (select from practitioners where id = $3) as asker`,
      [idOrNull(toAgencyId), idOrNull(toPractitionerId), idOrNull(askedByPractitionerId)],
    )) as [{ agency: boolean; works: boolean; asker: boolean }];
    if (toAgencyId && !existing.agency)
      throw invalidField('toAgencyId', 'Select an agency from the directory');
    if (toAgencyId && toPractitionerId && !existing.works)
      throw invalidField('toPractitionerId', 'Select someone who works for that agency');
    if (askedByPractitionerId && !existing.asker)
      throw invalidField('askedByPractitionerId', 'Select a colleague from the directory');
  }

  private async write(episodeId: string, draft: DisclosureDraft, basis: string | null): Promise<string> {
    const id = newId();
    await db().insert(Disclosure, {
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

  private notifyOverseers(episodeId: string): Promise<void> {
    return this.overseers.notify(
      episodeId,
      'Information was shared without the family’s consent',
      `${actor().name} recorded a decision to share information without a family’s consent. Read the lawful basis and the reason, and discuss it with them.`,
      `/episodes/${episodeId}/disclosures`,
    );
  }
}

const tierNumbers = (tiers: readonly string[]): number[] => tiers.map((tier) => Number(tier.slice(1)));
const idOrNull = (id: string | null | undefined): string | null => (isId(id) ? id : null);
