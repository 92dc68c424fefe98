import { Injectable } from '@nestjs/common';
import { audit } from '#libs/access';
import { MessagesService } from '#libs/casework/episodes';
import { conflict, forbidden, invalidField, db, unreachable } from '#libs/platform';
import { EMERGENCY_REVIEW_OUTCOMES, type EmergencyReviewOutcome, isKeyOf, labelOf } from '#libs/terms';
import { EmergencyAccess } from './emergency-access.entity.js';
import { EmergencyReadingService, type EmergencyView } from './emergency-reading.service.js';

/** Review afterwards by another agency. A reviewer never judges their own access, nor that of their own agency. */
@Injectable()
export class EmergencyReviewsService {
  constructor(
    private readonly reading: EmergencyReadingService,
    private readonly messages: MessagesService,
  ) {}

  /** Information governance names the reviewer; a coordinator does where governance itself held the access. */
  async nameReviewer(id: string, practitionerId: string): Promise<EmergencyView> {
    const access = await this.reading.find(id);
    if (access.isMine)
      throw conflict('This was your own emergency access. Another person has to choose the reviewer.');
    if (!access.mayName) throw forbidden('Only information governance can choose the reviewer.');
    if (!access.beginsAt) throw conflict('It has not started, so there is nothing to review.');
    if (access.reviewOutcome) throw conflict('This has already been reviewed.');
    const reviewer = (await this.reading.reviewers(access)).find((person) => person.id === practitionerId);
    if (!reviewer)
      throw invalidField(
        'practitionerId',
        'Select a manager, coordinator or information governance lead from another agency',
      );
    await this.change(id, { reviewerId: reviewer.id, reviewerAgencyId: reviewer.agency.id });
    await this.messages.send(
      reviewer.id,
      'You have been asked to review emergency access',
      'A practitioner from another agency used emergency access. Please review whether it was justified within 2 working days.',
      `/emergency-accesses/${id}/review`,
      { kind: 'emergency_review', id },
    );
    await audit('name reviewer', 'emergency access', { episodeId: access.episodeId, subjectId: id });
    return this.reading.find(id);
  }

  /** What the reviewer may see: 404 to readers who may not know of it, 403 to those who are not its reviewer. */
  async toReview(id: string): Promise<EmergencyView> {
    const access = await this.reading.find(id);
    if (access.isMine) throw forbidden('You cannot review your own emergency access.');
    if (!access.isMyReview)
      throw forbidden('Only the reviewer chosen by information governance can do this.');
    return access;
  }

  /** Records the reviewer's judgement, once, after the access has ended. */
  async review(id: string, outcome: EmergencyReviewOutcome, note: string): Promise<EmergencyView> {
    const access = await this.toReview(id);
    if (access.reviewOutcome) throw conflict('You have already reviewed this.');
    if (access.state !== 'review_due') throw conflict('The access has not ended yet. Review it when it has.');
    if (!isKeyOf(EMERGENCY_REVIEW_OUTCOMES, outcome)) throw invalidField('outcome', 'Select the outcome');
    if (note.trim() === '') throw invalidField('note', 'Enter the reason for the outcome');
    await this.change(id, { reviewOutcome: outcome, reviewNote: note.trim() });
    await this.messages.send(
      access.holder.id,
      'Your emergency access was reviewed',
      `The outcome of the review is: ${labelOf(EMERGENCY_REVIEW_OUTCOMES, outcome).toLowerCase()}.`,
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
    const { affected } = await db().update(EmergencyAccess, { id }, changes);
    if (affected !== 1) throw unreachable();
  }
}
