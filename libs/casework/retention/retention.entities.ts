import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A reason why a record must be kept whatever its date, for example an inquiry. */
@Entity('retention_holds')
export class RetentionHold {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('text') reason: string;
  @Column('uuid') placedBy: string;
  @Column('timestamptz') placedAt: Date;
  @Column('uuid', { nullable: true }) liftedBy: string | null;
  @Column('timestamptz', { nullable: true }) liftedAt: Date | null;
  @Column('text', { nullable: true }) liftedBecause: string | null;
}

/**
 * The first of the two people that a destruction needs. The second leaves no row here, because the record is deleted.
 */
@Entity('destruction_proposals')
export class DestructionProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('text') reason: string;
  @Column('uuid') proposedBy: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('uuid', { nullable: true }) declinedBy: string | null;
  @Column('timestamptz', { nullable: true }) declinedAt: Date | null;
  @Column('text', { nullable: true }) declinedBecause: string | null;
}
