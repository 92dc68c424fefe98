import { Column, Entity, PrimaryColumn } from 'typeorm';

/** "Not the same child": two children who are alike and are not one. The smaller id first. */
@Entity('child_distinctions')
export class ChildDistinction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('uuid') otherChildId: string;
  @Column('text') reason: string;
  @Column('uuid') decidedBy: string;
  @Column('timestamptz') decidedAt: Date;
}
