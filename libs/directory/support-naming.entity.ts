import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A practitioner's delegation to a colleague from business support in their own team. */
@Entity('support_namings')
export class SupportNaming {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') supporterId: string;
  @Column('uuid') teamId: string;
  @Column('timestamptz') namedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
