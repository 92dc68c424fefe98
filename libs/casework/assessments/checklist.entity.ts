import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChecklistQuestion, YesNoNotSure } from '#libs/terms';

type ChecklistAnswers = Partial<Record<ChecklistQuestion, { answer: YesNoNotSure; note?: string }>>;

/** The pre-assessment checklist: one for each episode, answered in minutes. */
@Entity('checklists')
export class Checklist {
  @PrimaryColumn('uuid') episodeId: string;
  @Column('jsonb') answers: ChecklistAnswers;
  @Column('text', { nullable: true }) extraHelp: string | null;
  @Column('text', { nullable: true }) clearWhatIsNeeded: string | null;
  @Column('text', { nullable: true }) ownServiceCanProvide: string | null;
  @Column('text', { nullable: true }) moreThanOneService: string | null;
  @Column('text', { nullable: true }) assessmentWouldHelp: string | null;
  @Column('text', { nullable: true }) existingAssessment: string | null;
  @Column('boolean', { nullable: true }) discussedWithChild: boolean | null;
  @Column('boolean', { nullable: true }) discussedWithParent: boolean | null;
  @Column('text', { nullable: true }) reasonNotDiscussed: string | null;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('date', { nullable: true }) decidedOn: string | null;
  @Column('timestamptz', { nullable: true }) completedAt: Date | null;
  @Column('uuid') savedBy: string;
  @Column('timestamptz') savedAt: Date;
  @Column('integer') version: number;
}
