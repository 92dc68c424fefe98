import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface PersonAtReview {
  readonly name: string;
  readonly role: string;
}

/** A joint look at the plan by the team and the family. Held once, never changed. */
@Entity('reviews')
export class Review {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('date') heldOn: string;
  @Column('text') kind: string;
  @Column('jsonb') peoplePresent: PersonAtReview[];
  @Column('text') whatHasChanged: string;
  @Column('text') nextSteps: string;
  @Column('boolean') leadConfirmed: boolean;
  @Column('text', { nullable: true }) leadNote: string | null;
  @Column('smallint') level: number;
  @Column('text') levelReason: string;
  @Column('text') consentReaffirmed: string;
  @Column('text', { nullable: true }) childComment: string | null;
  @Column('text', { nullable: true }) childCommentMissing: string | null;
  @Column('text', { nullable: true }) parentComment: string | null;
  @Column('text', { nullable: true }) parentCommentMissing: string | null;
  @Column('date', { nullable: true }) nextReviewOn: string | null;
  @Column('boolean') toClose: boolean;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
