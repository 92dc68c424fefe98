import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('carers')
export class Carer {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) firstLanguage: string | null;
  @Column('text', { nullable: true }) interpreter: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('integer') version: number;
}

/** How to reach a carer: withheld from readers who may not know where a child in the same household lives. */
@Entity('carer_contacts')
export class CarerContacts {
  @PrimaryColumn('uuid') carerId: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('text', { nullable: true }) postcode: string | null;
  @Column('text', { nullable: true }) safeToContact: string | null;
  @Column('text', { nullable: true }) contactAdvice: string | null;
}

/** What a person is to a child, from a day until a day. A person who comes back has a new row. */
@Entity('child_carers')
export class ChildCarer {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('uuid') carerId: string;
  @Column('text') relationship: string;
  @Column('text') parentalResponsibility: string;
  @Column('boolean', { nullable: true }) livesWithChild: boolean | null;
  @Column('uuid') recordedBy: string;
  @Column('date', { nullable: true }) beganOn: string | null;
  @Column('date', { nullable: true }) endedOn: string | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column('text', { nullable: true }) endingReason: string | null;
  @Column('text', { nullable: true }) responsibilityBasis: string | null;
  @Column('text', { nullable: true }) evidence: string | null;
  @Column('date', { nullable: true }) evidenceSeenOn: string | null;
  @Column('uuid', { nullable: true }) evidenceSeenBy: string | null;
  @Column('text', { nullable: true }) contactRestriction: string | null;
  @Column('text', { nullable: true }) restrictionBasis: string | null;
  @Column('date', { nullable: true }) restrictedFrom: string | null;
  @Column('smallint', { nullable: true }) emergencyOrder: number | null;
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @Column('text', { nullable: true }) changeReason: string | null;
  @Column('integer') version: number;
}

@Entity('declared_relatives')
export class DeclaredRelative {
  @PrimaryColumn('uuid') practitionerId: string;
  @PrimaryColumn('uuid') childId: string;
  @Column('text') relationship: string;
  @Column('timestamptz') declaredAt: Date;
}
