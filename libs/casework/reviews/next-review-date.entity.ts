import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A date set for the next review between reviews, or moved with a reason. Added to, never changed. */
@Entity('next_review_dates')
export class NextReviewDate {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('date') reviewOn: string;
  /** The date that stood until then: set by the database. */
  @Column('date', { nullable: true }) movedFrom: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
