import { Injectable } from '@nestjs/common';
import { type Abilities, audit, permitOn } from '#libs/access';
import { settleWork } from '#libs/casework/episodes';
import { actor, db, newId, now, withFocus } from '#libs/platform';
import type { ConsentDraft } from './consent-draft.js';
import { ConsentResolution, type ResolvedConsent } from './consent-resolution.service.js';
import { Consent, ConsentAgency, ConsentChild, ConsentPerson } from './consent.entities.js';
import { OverseersService } from './overseers.service.js';

/** Recording what the family agreed, in part or whole, or refused: a new entry in the ledger, effective at once. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly resolution: ConsentResolution,
    private readonly overseers: OverseersService,
  ) {}

  /** Adds one decision of the family. Applies from every reader's next query. 422 with errors beside fields. */
  async recordConsent(episodeId: string, draft: ConsentDraft): Promise<string> {
    const abilities = await permitOn(episodeId, 'consent.record', 'record consent');
    return withFocus([episodeId], () => this.record(episodeId, draft, abilities));
  }

  /** What recording this decision would store; stores nothing. The same errors. */
  async previewConsent(episodeId: string, draft: ConsentDraft): Promise<ResolvedConsent> {
    await permitOn(episodeId, 'consent.record', 'record consent');
    return withFocus([episodeId], () => this.resolution.resolve(episodeId, draft));
  }

  private async record(episodeId: string, draft: ConsentDraft, abilities: Abilities): Promise<string> {
    const resolved = await this.resolution.resolve(episodeId, draft);
    // Before the insert: the decision may end the recording practitioner's own access.
    if (draft.otherParentObjects) await this.notifyOfObjection(episodeId);
    const id = await this.write(episodeId, resolved);
    await settleWork(episodeId);
    await audit('record consent', 'consent', {
      episodeId,
      subjectId: id,
      reaches: abilities.reaches,
      detail: { decision: draft.decision },
    });
    return id;
  }

  /**
   * A second holder of parental responsibility who objects does not undo the other's decision, but a manager should
   * know.
   */
  private notifyOfObjection(episodeId: string): Promise<void> {
    return this.overseers.notify(
      episodeId,
      'The other parent objects',
      `${actor().name} recorded a family’s consent. Someone else with parental responsibility objects to it. Read it and decide together what to do.`,
      `/episodes/${episodeId}/consents`,
    );
  }

  private async write(
    episodeId: string,
    { values, agencies, people, childIds }: ResolvedConsent,
  ): Promise<string> {
    const id = newId();
    const of = { consentId: id, episodeId };
    await db().insert(Consent, {
      ...values,
      ...{ id, episodeId, recordedBy: actor().practitionerId, recordedAt: now() },
    });
    for (const childId of childIds) await db().insert(ConsentChild, { ...of, childId });
    for (const { tiers, topics, ...row } of agencies)
      await db().insert(ConsentAgency, { ...of, ...row, tiers: [...tiers], topics: [...topics] });
    for (const row of people) await db().insert(ConsentPerson, { ...of, ...row });
    return id;
  }
}
