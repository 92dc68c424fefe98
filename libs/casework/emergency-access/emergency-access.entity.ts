import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A practitioner's request to read a record that is closed to them. The database fills in who, when and until when. */
@Entity('emergency_accesses')
export class EmergencyAccess {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') agencyId: string;
  @Column('text') role: string;
  @Column('text') reasonCode: string;
  @Column('text') reason: string;
  @Column('text') lawfulBasis: string;
  @Column('smallint') tier: number;
  @Column('text', { array: true }) topics: string[];
  @Column('boolean') protectedDetails: boolean;
  @Column('smallint') hours: number;
  @Column('timestamptz') askedAt: Date;
  @Column('boolean') needsSecond: boolean;
  @Column('uuid', { nullable: true }) secondedBy: string | null;
  @Column('timestamptz', { nullable: true }) secondedAt: Date | null;
  @Column('timestamptz', { nullable: true }) beginsAt: Date | null;
  @Column('timestamptz', { nullable: true }) lapsesAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('date') reviewDueOn: string;
  @Column('uuid', { nullable: true }) reviewerId: string | null;
  @Column('uuid', { nullable: true }) reviewerAgencyId: string | null;
  @Column('text', { nullable: true }) reviewOutcome: string | null;
  @Column('text', { nullable: true }) reviewNote: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
}
