import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { conflict, forbidden, invalidField, records, unreachable } from '#libs/platform';
import { EMERGENCY_REVIEW_OUTCOMES, type EmergencyReviewOutcome, isKeyOf, labelOf } from '#libs/terms';
import { EmergencyAccess } from './emergency-access.entity.js';
import { EmergencyReading, type EmergencySeen } from './emergency-reading.service.js';

/** Review afterwards by another agency. A reviewer never judges their own access, nor that of their own agency. */
@Injectable()
export class EmergencyReviewsService {
  constructor(
    private readonly reading: EmergencyReading,
    private readonly messages: MessagesService,
  ) {}

  /** Information governance names the reviewer; a coordinator does where governance itself held the access. */
  async nameReviewer(id: string, practitionerId: string): Promise<EmergencySeen> {
    const access = await this.reading.find(id);
    if (access.isMine) throw conflict('This was your own. Somebody else names who reviews it.');
    if (!access.mayName) throw forbidden('Information governance names the reviewer.');
    if (!access.beginsAt) throw conflict('It has not begun, so there is nothing to review.');
    if (access.reviewOutcome) throw conflict('This has been reviewed already.');
    const reviewer = (await this.reading.reviewers(access)).find((person) => person.id === practitionerId);
    if (!reviewer)
      throw invalidField(
        'practitionerId',
        'Choose a manager, coordinator or information governance lead of another agency',
      );
    await this.change(id, { reviewerId: reviewer.id, reviewerAgencyId: reviewer.agency.id });
    await this.messages.send(
      reviewer.id,
      'You are asked to review an emergency access',
      'Somebody of another agency opened a record in an emergency. Please say whether it was justified, within two working days.',
      `/emergency-accesses/${id}/review`,
    );
    await audit('name reviewer', 'emergency access', { episodeId: access.episodeId, subjectId: id });
    return this.reading.find(id);
  }

  /** What the reviewer may see: 404 to readers who may not know of it, 403 to those who are not its reviewer. */
  async toReview(id: string): Promise<EmergencySeen> {
    const access = await this.reading.find(id);
    if (access.isMine) throw forbidden('Nobody reviews their own emergency access.');
    if (!access.isMyReview)
      throw forbidden('Only the reviewer whom information governance named can do this.');
    return access;
  }

  /** Records the reviewer's judgement, once, after the access has ended. */
  async review(id: string, outcome: EmergencyReviewOutcome, note: string): Promise<EmergencySeen> {
    const access = await this.toReview(id);
    if (access.reviewOutcome) throw conflict('You have reviewed this already.');
    if (access.state !== 'review_due') throw conflict('It is still running. Review it when it is over.');
    if (!isKeyOf(EMERGENCY_REVIEW_OUTCOMES, outcome)) throw invalidField('outcome', 'Select what you found');
    if (note.trim() === '') throw invalidField('note', 'Enter what you found and why');
    await this.change(id, { reviewOutcome: outcome, reviewNote: note.trim() });
    await this.messages.send(
      access.holder.id,
      'Your emergency access was reviewed',
      `The reviewer found it: ${labelOf(EMERGENCY_REVIEW_OUTCOMES, outcome).toLowerCase()}.`,
      null,
    );
    await audit('review emergency access', 'emergency access', {
      episodeId: access.episodeId,
      subjectId: id,
      detail: { outcome },
    });
    return this.reading.find(id);
  }

  private async change(id: string, changes: Partial<EmergencyAccess>): Promise<void> {
    const { affected } = await records().update(EmergencyAccess, { id }, changes);
    if (affected !== 1) throw unreachable();
  }
}
