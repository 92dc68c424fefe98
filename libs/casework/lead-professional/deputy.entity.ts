import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A practitioner who deputises for the lead professional for a period, and has access to the record on those days. */
@Entity('lead_professional_deputies')
export class LeadProfessionalDeputy {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') appointmentId: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') agencyId: string;
  @Column('date') beginsOn: string;
  @Column('date') endsOn: string;
  @Column('uuid') namedBy: string;
  @Column('timestamptz') namedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
