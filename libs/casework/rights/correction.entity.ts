import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the family says is wrong, and what became of it. It stands beside the item, which keeps what it said. */
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
