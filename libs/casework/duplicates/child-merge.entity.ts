import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two records of one child: a proposal, its decision, and its undoing. */
@Entity('child_merges')
export class ChildMerge {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') keptChildId: string;
  @Column('uuid') otherChildId: string;
  @Column('text') reason: string;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  // Only a decision writes these.
  @Column({ type: 'text', nullable: true, insert: false }) decision: MergeDecision | null;
  @Column({ type: 'text', nullable: true, insert: false }) decisionReason: string | null;
  @Column({ type: 'uuid', nullable: true, insert: false }) decidedBy: string | null;
  @Column({ type: 'timestamptz', nullable: true, insert: false }) decidedAt: Date | null;
  // Only an undoing writes these.
  @Column({ type: 'text', nullable: true, insert: false }) undoneBecause: string | null;
  @Column({ type: 'uuid', nullable: true, insert: false }) undoneBy: string | null;
  @Column({ type: 'timestamptz', nullable: true, insert: false }) undoneAt: Date | null;
}
export type MergeDecision = 'approved' | 'declined' | 'withdrawn';
