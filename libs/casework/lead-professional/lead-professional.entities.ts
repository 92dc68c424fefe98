import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proposal to lead. The proposed practitioner answers it; until they accept, nothing changes. */
@Entity('lead_professional_proposals')
export class LeadProfessionalProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') agencyId: string;
  @Column('text') familyPreference: string;
  @Column('text') reason: string;
  @Column('text', { nullable: true }) changeReason: string | null;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('text', { nullable: true }) answer: 'accepted' | 'refused' | 'superseded' | null;
  @Column('text', { nullable: true }) answerReason: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}

/** The lead and their period: one at any moment, which the database enforces. */
@Entity('lead_professional_appointments')
export class LeadProfessionalAppointment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') agencyId: string;
  @Column('uuid', { nullable: true }) proposalId: string | null;
  @Column('timestamptz') beganAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endingReason: string | null;
}
