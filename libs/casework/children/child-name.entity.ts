import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A further name of a child: known as, former, at birth. A sealed one is shown only to those who answer for the record. */
@Entity('child_names')
export class ChildName {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') childId: string;
  @Column('text') kind: string;
  @Column('text') givenNames: string;
  @Column('text') familyName: string;
  @Column('date', { nullable: true }) validFrom: string | null;
  @Column('date', { nullable: true }) validUntil: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('uuid', { nullable: true }) sealedBy: string | null;
  @Column('timestamptz', { nullable: true }) sealedAt: Date | null;
  @Column('text', { nullable: true }) sealReason: string | null;
}
