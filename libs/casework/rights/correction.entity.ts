import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The family's statement that something is wrong, and the result. It is shown beside the item, which stays as it is.
 */
@Entity('corrections')
export class Correction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('text') subjectKind: string;
  @Column('uuid') subjectId: string;
  @Column('text') topic: string;
  @Column('text') saidWrong: string;
  @Column('text') shouldSay: string;
  @Column('text') askedBy: string;
  @Column('text') askedByCapacity: string;
  @Column('date') askedOn: string;
  @Column('text') status: string;
  @Column('text', { nullable: true }) decisionNote: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
