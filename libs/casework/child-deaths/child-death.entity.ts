import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The death of a child, or the end of a pregnancy without a birth. Recorded in error, it is undone and stays as history. */
@Entity('child_deaths')
export class ChildDeath {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('boolean') beforeBirth: boolean;
  @Column('date', { nullable: true }) diedOn: string | null;
  @Column('text') dateKnown: string;
  @Column('text') source: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  // Only an undoing writes these.
  @Column({ type: 'uuid', nullable: true, insert: false }) undoneBy: string | null;
  @Column({ type: 'timestamptz', nullable: true, insert: false }) undoneAt: Date | null;
  @Column({ type: 'text', nullable: true, insert: false }) undoneBecause: string | null;
}
