import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What two children are to each other: one row, read both ways, the smaller id first. */
@Entity('child_ties')
export class ChildTie {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('uuid') otherChildId: string;
  @Column('text') kind: string;
  @Column('date', { nullable: true }) beganOn: string | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('integer') version: number;
}

/** What two adults are to each other, the smaller id first: `parent_of` and `child_of` are said of the first. */
@Entity('carer_ties')
export class CarerTie {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') carerId: string;
  @Column('uuid') otherCarerId: string;
  @Column('text') kind: string;
  @Column('date', { nullable: true }) beganOn: string | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('integer') version: number;
}

/** An adult’s own record as a child. */
@Entity('carer_childhoods')
export class CarerChildhood {
  @PrimaryColumn('uuid') carerId: string;
  @Column('uuid') childId: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
