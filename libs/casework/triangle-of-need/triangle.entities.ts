import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One decision about the level of need. Rows are added, never changed: the history is the point. */
@Entity('level_decisions')
export class LevelDecision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('smallint', { nullable: true }) fromLevel: number | null;
  @Column('smallint') level: number;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) evidence: string | null;
  @Column('text') familyView: string;
  @Column('text') occasion: string;
  @Column('uuid', { nullable: true }) stepUpId: string | null;
  @Column('uuid') decidedBy: string;
  @Column('text') decidedRole: string;
  @Column('timestamptz') decidedAt: Date;
  /** The day of the review at which it was decided; null where that is the day of `decidedAt`. */
  @Column('date', { nullable: true }) decidedOn: string | null;
}

/** A question to social care whether it takes the case; pending until its front door answers. */
@Entity('step_ups')
export class StepUp {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) evidence: string | null;
  @Column('text') familyAgreement: string;
  @Column('text', { nullable: true }) familyAgreementNote: string | null;
  @Column('uuid') raisedBy: string;
  @Column('text') raisedRole: string;
  @Column('timestamptz') raisedAt: Date;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { nullable: true }) outcomeReason: string | null;
  @Column('uuid', { nullable: true }) outcomeBy: string | null;
  @Column('timestamptz', { nullable: true }) outcomeAt: Date | null;
}
