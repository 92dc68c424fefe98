import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One decision to share or not to share, with its basis. Added, never changed. */
@Entity('disclosures')
export class Disclosure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid', { nullable: true }) askedByPractitionerId: string | null;
  @Column('text', { nullable: true }) askedByName: string | null;
  @Column('text', { nullable: true }) askedByAgency: string | null;
  @Column('uuid', { nullable: true }) toAgencyId: string | null;
  @Column('uuid', { nullable: true }) toPractitionerId: string | null;
  @Column('text', { nullable: true }) toName: string | null;
  @Column('text') askedFor: string;
  @Column('text') purpose: string;
  @Column('smallint', { array: true }) tiers: number[];
  @Column('text', { array: true }) topics: string[];
  @Column('text', { nullable: true }) riskOfSharing: string | null;
  @Column('text', { nullable: true }) riskOfNotSharing: string | null;
  @Column('text', { nullable: true }) basis: string | null;
  @Column('text', { nullable: true }) detrimentConsidered: string | null;
  @Column('text') decision: string;
  @Column('text', { nullable: true }) whatWasShared: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) consulted: string | null;
  @Column('text') familyTold: string;
  @Column('text', { nullable: true }) familyToldNote: string | null;
  @Column('date', { nullable: true }) tellFamilyOn: string | null;
  @Column('text', { nullable: true }) sentHow: string | null;
  /** Set by the database as it writes the row; any given value is replaced. */
  @Column('boolean') outsideConsent: boolean;
  @Column('timestamptz') decidedAt: Date;
  @Column('uuid') recordedBy: string;
}
