import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { type Abilities, abilitiesOn, audit } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import {
  actor,
  addWorkingDays,
  conflict,
  forbidden,
  invalid,
  londonDate,
  newId,
  now,
  db,
  unreachable,
  query,
} from '#libs/platform';
import { EmergencyAccess } from './emergency-access.entity.js';
import { TOPICS } from './emergency-access.queries.js';
import {
  DEFAULT_HOURS,
  type EmergencyDraft,
  validateEmergency,
  validateEmergencyNeed,
  type ReadableContent,
} from './emergency-access.rules.js';
import { EmergencyReadingService, type EmergencyView } from './emergency-reading.service.js';

/** Working days within which it must be reviewed; the database counts the same. */
const REVIEW_DAYS = 2;

/** Reading a closed record in an emergency: reason first, no more than necessary, announced, and expiring by itself. */
@Injectable()
export class EmergencyAccessesService {
  constructor(
    private readonly reading: EmergencyReadingService,
    private readonly messages: MessagesService,
  ) {}

  /**
   * Throws 404, as for an episode that does not exist, when the practitioner may not ask here; 422 on invalid input.
   */
  async check(episodeId: string, draft: EmergencyDraft): Promise<void> {
    if (!(await this.reading.mayAsk(episodeId))) throw unreachable();
    const errors = validateEmergency(draft);
    if (errors.length > 0) throw invalid(errors);
    const needErrors = validateEmergencyNeed(draft, await this.readableBy(await abilitiesOn(episodeId)));
    if (needErrors.length > 0) throw invalid(needErrors);
    const waiting = {
      episodeId,
      practitionerId: actor().practitionerId,
      beginsAt: IsNull(),
      endedAt: IsNull(),
    };
    if (await db().existsBy(EmergencyAccess, waiting))
      throw conflict('You have already asked. A second person has been told and needs to agree.');
  }

  /**
   * Asks. It begins at once unless a second person is needed; the database notifies the people accountable for the
   * record.
   */
  async ask(episodeId: string, draft: EmergencyDraft): Promise<EmergencyView> {
    await this.check(episodeId, draft);
    const id = newId();
    const hours = draft.hours ?? DEFAULT_HOURS;
    await db().insert(EmergencyAccess, {
      id,
      episodeId,
      practitionerId: actor().practitionerId,
      agencyId: actor().agencyId,
      role: actor().role,
      reasonCode: draft.reasonCode,
      reason: draft.reason.trim(),
      lawfulBasis: draft.lawfulBasis,
      tier: Number(draft.tier.slice(1)),
      topics: [...(draft.topics ?? [])],
      protectedDetails: draft.protectedDetails ?? false,
      hours,
      askedAt: now(),
      // The database decides how long it lasts.
      needsSecond: false,
      secondedBy: null,
      secondedAt: null,
      beginsAt: null,
      lapsesAt: null,
      endedAt: null,
      reviewDueOn: addWorkingDays(londonDate(now()), REVIEW_DAYS),
      reviewerId: null,
      reviewerAgencyId: null,
      reviewOutcome: null,
      reviewNote: null,
      reviewedAt: null,
    });
    const access = await this.reading.find(id);
    await this.assertRecordOpens(access);
    await audit('ask for emergency access', 'emergency access', {
      episodeId,
      subjectId: id,
      reason: access.reason,
      detail: { reasonCode: access.reasonCode, tier: draft.tier, topics: access.topics, hours },
    });
    return access;
  }

  /** A second person agrees, and it begins now. 409 when they asked for it themselves. */
  async agree(id: string): Promise<EmergencyView> {
    const access = await this.reading.find(id);
    if (access.isMine)
      throw conflict(
        'You asked for this, so another person has to agree: a coordinator, the front door or information governance.',
      );
    if (!access.maySecond) throw forbidden('You cannot be the second person for this record.');
    if (access.state !== 'waiting_second') throw conflict('This is no longer waiting for a second person.');
    await this.change(id, { secondedBy: actor().practitionerId });
    const begun = await this.reading.find(id);
    await this.messages.send(
      access.holder.id,
      'Your emergency access has started',
      'A second person agreed. The banner on the record shows when it ends.',
      `/episodes/${access.episodeId}`,
    );
    await audit('agree to emergency access', 'emergency access', {
      episodeId: access.episodeId,
      subjectId: id,
    });
    return begun;
  }

  /** Ends it early, or cancels it before it began: by its holder or information governance. */
  async end(id: string): Promise<EmergencyView> {
    const access = await this.reading.find(id);
    if (!access.mayEnd)
      throw forbidden('Only the person who asked for it or information governance can end it.');
    if (access.state !== 'open' && access.state !== 'waiting_second')
      throw conflict('This emergency access has already ended.');
    await this.change(id, { endedAt: now() });
    if (!access.isMine)
      await this.messages.send(
        access.holder.id,
        'Your emergency access was ended',
        'Information governance ended it. Ask them if you need to know why.',
        null,
      );
    await audit('end emergency access', 'emergency access', { episodeId: access.episodeId, subjectId: id });
    return this.reading.find(id);
  }

  private async change(id: string, changes: Partial<EmergencyAccess>): Promise<void> {
    const { affected } = await db().update(EmergencyAccess, { id }, changes);
    if (affected !== 1) throw unreachable();
  }

  private async readableBy(abilities: Abilities): Promise<ReadableContent> {
    const rows = await query<{ topic: string }>(TOPICS, [`${abilities.episodeId} `]);
    return {
      basic: abilities.may('family.read'),
      record: abilities.may('record.read'),
      topics: rows.map(({ topic }) => topic),
    };
  }

  /** Thirty days after closure a record is closed to most readers: say so instead of granting access to nothing. */
  private async assertRecordOpens({ state, tier, episodeId }: EmergencyView): Promise<void> {
    if (state !== 'open' || tier < 2 || (await abilitiesOn(episodeId)).may('record.read')) return;
    throw conflict(
      'This record closed more than 30 days ago. Only the coordinator for the locality, information governance and managers of the agency that owns it can get emergency access.',
    );
  }
}
