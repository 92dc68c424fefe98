import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A request about the record held on a child or a carer. The database writes its history. */
@Entity('rights_requests')
export class RightsRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') childId: string;
  @Column('text') kind: string;
  @Column('text') about: string;
  @Column('text', { nullable: true }) aboutName: string | null;
  @Column('text', { nullable: true }) details: string | null;
  @Column('text') requester: string;
  @Column('text') requesterCapacity: string;
  @Column('text', { nullable: true }) authorityShown: string | null;
  @Column('date') receivedOn: string;
  @Column('date', { nullable: true }) identityCheckedOn: string | null;
  @Column('text', { nullable: true }) identityCheckedHow: string | null;
  @Column('text', { nullable: true }) clarification: string | null;
  @Column('date', { nullable: true }) acknowledgedOn: string | null;
  @Column('date', { nullable: true }) extendedToldOn: string | null;
  @Column('text', { nullable: true }) extendedBecause: string | null;
  @Column('text', { nullable: true }) childCompetence: string | null;
  @Column('text', { nullable: true }) childView: string | null;
  @Column('date', { nullable: true }) childViewOn: string | null;
  @Column('text', { array: true }) exemptions: string[];
  @Column('text', { nullable: true }) exemptionNote: string | null;
  @Column('text', { nullable: true }) redactions: string | null;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('text', { nullable: true }) decisionReason: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('date', { nullable: true }) releasedOn: string | null;
  @Column('text', { nullable: true }) releasedHow: string | null;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
  @Column('integer') version: number;
}

/** Days that do not count, for example while the requester has been asked what they mean. */
@Entity('rights_request_pauses')
export class RightsRequestPause {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requestId: string;
  @Column('uuid') episodeId: string;
  @Column('date') fromOn: string;
  @Column('date', { nullable: true }) toOn: string | null;
  @Column('text') reason: string;
  @Column('uuid') recordedBy: string;
}
