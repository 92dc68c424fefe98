import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A rule over the access log, with its limit. */
@Entity('watch_rules')
export class WatchRule {
  @PrimaryColumn('text') rule: string;
  @Column('smallint') position: number;
  @Column('integer') threshold: number;
  @Column('integer', { nullable: true }) hours: number | null;
  @Column('boolean') active: boolean;
  @Column('text', { array: true }) exemptRoles: string[];
  @Column('integer') version: number;
}

/** The guardian whom an agency named to review how its people open records. */
@Entity('guardians')
export class Guardian {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agencyId: string;
  @Column('uuid') practitionerId: string;
  @Column('uuid') namedBy: string;
  @Column('timestamptz') namedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity('access_concern_decisions')
export class AccessConcernDecision {
  @PrimaryColumn('uuid') concernId: string;
  @Column('uuid') decidedBy: string;
  @Column('text') outcome: string;
  @Column('text') note: string;
  @Column('timestamptz') decidedAt: Date;
}
