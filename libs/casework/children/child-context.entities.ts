import { Column, Entity, PrimaryColumn } from 'typeorm';

/** T3, topic immigration. Each statement stays; the latest counts. */
@Entity('child_immigration_statuses')
export class ChildImmigrationStatus {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('text') status: string;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** A school or setting that the child goes or went to. It tells where the child is, so a shield hides it. */
@Entity('child_schools')
export class ChildSchool {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('text') setting: string;
  @Column('text', { nullable: true }) yearGroup: string | null;
  @Column('text') attendance: string;
  @Column('date', { nullable: true }) fromOn: string | null;
  @Column('date', { nullable: true }) untilOn: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

/** The child's number in another system; a shield hides it, because a system may belong to one school. */
@Entity('child_references')
export class ChildReference {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('text') system: string;
  @Column('text') number: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
