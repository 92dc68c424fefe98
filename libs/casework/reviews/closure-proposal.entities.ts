import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactAttempt } from './closure.entity.js';

export type ProposalOutcome = 'approved' | 'returned' | 'withdrawn' | 'superseded' | 'lapsed';

/** A closure that waits for a manager's approval. The database closes the episode when they approve. */
@Entity('closure_proposals')
export class ClosureProposal {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid') managerId: string;
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
  @Column('text', { nullable: true }) familyToldNote: string | null;
  @Column('date', { nullable: true }) copyGivenOn: string | null;
  @Column('text', { nullable: true }) copyFormat: string | null;
  @Column('text', { nullable: true }) childView: string | null;
  @Column('text', { nullable: true }) parentView: string | null;
  @Column('jsonb') ratings: Record<string, number>;
  @Column('uuid') proposedBy: string;
  @Column('text') proposedRole: string;
  @Column('timestamptz') proposedAt: Date;
  @Column('text', { nullable: true }) outcome: ProposalOutcome | null;
  @Column('text', { nullable: true }) outcomeReason: string | null;
  @Column('uuid', { nullable: true }) outcomeBy: string | null;
  @Column('timestamptz', { nullable: true }) outcomeAt: Date | null;
}

/** The proposed result of one outcome of the plan; under the topic of the outcome. */
@Entity('closure_proposal_outcomes')
export class ClosureProposalOutcome {
  @PrimaryColumn('uuid') proposalId: string;
  @PrimaryColumn('uuid') outcomeId: string;
  @Column('uuid') episodeId: string;
  @Column('text') topic: string;
  @Column('text') result: string;
  @Column('smallint', { nullable: true }) closingScore: number | null;
  @Column('uuid') recordedBy: string;
}
