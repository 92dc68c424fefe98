import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The area's settings for information sharing; one row. */
@Entity('information_sharing_settings')
export class InformationSharingSettings {
  @PrimaryColumn('boolean') onlyRow: boolean;
  @Column('boolean', { name: 'duty_16la' }) duty16la: boolean;
  @Column('text') goldenRulesEdition: string;
  @Column('text', { nullable: true }) defaultLawfulBasis: string | null;
  @Column('uuid', { nullable: true }) changedBy: string | null;
  @Column('timestamptz', { nullable: true }) changedAt: Date | null;
  @Column('integer') version: number;
}

/** The golden rules of information sharing in one edition. */
@Entity('golden_rules')
export class GoldenRules {
  @PrimaryColumn('text') edition: string;
  @Column('text') name: string;
  @Column('text', { array: true }) rules: string[];
}

/** The lawful basis of one agency for holding and sharing, where it differs from the area's. */
@Entity('agency_lawful_bases')
export class AgencyLawfulBasis {
  @PrimaryColumn('uuid') agencyId: string;
  @Column('text') lawfulBasis: string;
  @Column('uuid') changedBy: string;
  @Column('timestamptz') changedAt: Date;
}
