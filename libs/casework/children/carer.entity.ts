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
}

/** A person's relationship to a child. Siblings are children who share a carer. */
@Entity('child_carers')
export class ChildCarer {
  @PrimaryColumn('uuid') childId: string;
  @PrimaryColumn('uuid') carerId: string;
  @Column('text') relationship: string;
  @Column('text') parentalResponsibility: string;
  @Column('boolean', { nullable: true }) livesWithChild: boolean | null;
  @Column('uuid') recordedBy: string;
}

@Entity('declared_relatives')
export class DeclaredRelative {
  @PrimaryColumn('uuid') practitionerId: string;
  @PrimaryColumn('uuid') childId: string;
  @Column('text') relationship: string;
  @Column('timestamptz') declaredAt: Date;
}
