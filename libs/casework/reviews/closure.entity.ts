import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface ContactAttempt {
  readonly on: string;
  readonly how: string;
  readonly result: string;
}

/** Why and how an episode of help ended. The database closes every open part when it writes this row. */
@Entity('closures')
export class Closure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('date') closedOn: string;
  @Column('text') reason: string;
  @Column('text') summary: string;
  @Column('smallint', { nullable: true }) finalLevel: number | null;
  @Column('text', { nullable: true }) remainingNeeds: string | null;
  @Column('uuid', { nullable: true }) namedAgencyId: string | null;
  @Column('boolean') safeguardingChecked: boolean;
  @Column('text', { nullable: true }) safeguardingNote: string | null;
  @Column('jsonb') contactAttempts: ContactAttempt[];
  @Column('text', { nullable: true }) receivingAuthority: string | null;
  @Column('boolean') familyTold: boolean;
  /** How they were told, or why they were not. */
  @Column('text', { nullable: true }) familyToldNote: string | null;
  @Column('date', { nullable: true }) copyGivenOn: string | null;
  @Column('text', { nullable: true }) copyFormat: string | null;
  @Column('text', { nullable: true }) childView: string | null;
  @Column('text', { nullable: true }) parentView: string | null;
  @Column('jsonb') ratings: Record<string, number>;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') closedAt: Date;
  /** The proposal that a manager approved, where closing takes two. */
  @Column('uuid', { nullable: true }) proposalId: string | null;
  /** The previous status of the episode; set by the database. */
  @Column('text', { nullable: true }) statusBefore: string | null;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
  @Column('text', { nullable: true }) undoneBecause: string | null;
}
