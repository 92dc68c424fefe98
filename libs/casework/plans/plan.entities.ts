import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One running plan for each episode; it begins with its first outcome. */
@Entity('delivery_plans')
export class DeliveryPlan {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('date', { nullable: true }) agreedOn: string | null;
  @Column('text', { nullable: true }) agreedWith: string | null;
  @Column('uuid') startedBy: string;
  @Column('timestamptz') startedAt: Date;
  @Column('integer') version: number;
}

/** A change that is wanted for the child: not a service, and measured from 0 to 10. */
@Entity('plan_outcomes')
export class PlanOutcome {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') planId: string;
  @Column('uuid') episodeId: string;
  @Column('smallint') position: number;
  @Column('text') description: string;
  @Column('text') everyChildMatters: string;
  @Column('text', { array: true }) elements: string[];
  @Column('smallint') startingScore: number;
  @Column('smallint', { nullable: true }) targetScore: number | null;
  @Column('smallint') currentScore: number;
  @Column('text', { nullable: true }) result: string | null;
  /** A sensitive topic, or ''. */
  @Column('text') topic: string;
  @Column('uuid') writtenBy: string;
  @Column('timestamptz') writtenAt: Date;
  @Column('integer') version: number;
}

/**
 * A task with an assignee, a practitioner or a family member, and a due date. A dropped action stays, with its reason.
 */
@Entity('plan_actions')
export class PlanAction {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') outcomeId: string;
  @Column('uuid') episodeId: string;
  @Column('text') description: string;
  @Column('uuid', { nullable: true }) doerPractitionerId: string | null;
  @Column('text', { nullable: true }) doerName: string | null;
  @Column('date') dueOn: string;
  @Column('text') status: string;
  @Column('text') familyAgreement: string;
  @Column('text', { nullable: true }) familyAgreementNote: string | null;
  @Column('text', { nullable: true }) progressNote: string | null;
  @Column('date', { nullable: true }) doneOn: string | null;
  @Column('text', { nullable: true }) droppedBecause: string | null;
  @Column('text') topic: string;
  @Column('uuid') writtenBy: string;
  @Column('timestamptz') writtenAt: Date;
  @Column('timestamptz') changedAt: Date;
  @Column('integer') version: number;
}

/** A score of an outcome on a day, by child, parent or worker. Added to, never changed. */
@Entity('outcome_scores')
export class OutcomeScore {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') outcomeId: string;
  @Column('uuid') episodeId: string;
  @Column('uuid', { nullable: true }) reviewId: string | null;
  @Column('text') scorer: string;
  @Column('smallint') score: number;
  @Column('text', { nullable: true }) progress: string | null;
  @Column('date') scoredOn: string;
  /** The topic of its outcome: set by the database. */
  @Column('text') topic: string;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') recordedAt: Date;
}
