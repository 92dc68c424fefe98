import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A home at one address. A shield hides it from all but the people named on it. */
@Entity('households')
export class Household {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) postcode: string | null;
  @Column('text', { nullable: true }) accommodation: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('integer') version: number;
}

abstract class Stay {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') householdId: string;
  @Column('text') pattern: string;
  @Column('date', { nullable: true }) beganOn: string | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}

@Entity('child_stays')
export class ChildStay extends Stay {
  @Column('uuid') childId: string;
}

@Entity('carer_stays')
export class CarerStay extends Stay {
  @Column('uuid') carerId: string;
}
