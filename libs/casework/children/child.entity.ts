import { Column, Entity, PrimaryColumn } from 'typeorm';

/** T0: the least that may be known of a child or young person. */
@Entity('children')
export class Child {
  @PrimaryColumn('uuid') id: string;
  @Column('text') givenNames: string;
  @Column('text') familyName: string;
  @Column('text') sex: string;
  @Column('date', { nullable: true }) dateOfBirth: string | null;
  @Column('date', { nullable: true }) expectedDate: string | null;
  @Column('uuid', { nullable: true }) localityId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('boolean') demo: boolean;
  @Column('integer') version: number;
}

/** T1: how the child lives; its version guards the contacts as well. */
@Entity('child_details')
export class ChildDetails {
  @PrimaryColumn('uuid') childId: string;
  @Column('text', { nullable: true }) firstLanguage: string | null;
  @Column('text', { nullable: true }) interpreter: string | null;
  @Column('text', { nullable: true }) communicationNeeds: string | null;
  @Column('text', { nullable: true }) ethnicity: string | null;
  @Column('text', { nullable: true }) ethnicityNote: string | null;
  @Column('text', { nullable: true }) religion: string | null;
  @Column('text', { array: true }) disabilities: string[];
  @Column('text', { nullable: true }) disabilityNote: string | null;
  @Column('text', { nullable: true }) senProvision: string | null;
  @Column('text', { nullable: true }) nhsNumber: string | null;
  @Column('uuid') updatedBy: string;
  @Column('timestamptz') updatedAt: Date;
  @Column('integer') version: number;
}

/** Where to find the child. A shield hides this row from all but the people named on it. */
@Entity('child_contacts')
export class ChildContacts {
  @PrimaryColumn('uuid') childId: string;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) postcode: string | null;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) accommodation: string | null;
  @Column('text', { nullable: true }) educationSetting: string | null;
  @Column('text', { nullable: true }) gp: string | null;
  @Column('text', { nullable: true }) upn: string | null;
}
