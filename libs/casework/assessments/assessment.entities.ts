import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormContent } from '#libs/terms';

/** The national form, one draft at a time; a completed version does not change. */
@Entity('assessments')
export class Assessment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('smallint') number: number;
  @Column('uuid') assessorId: string;
  /** Which words it was filled in with; the database assigns the newest when it is started. */
  @Column({ type: 'smallint', insert: false, update: false }) formNumber: number;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) completedAt: Date | null;
  @Column('uuid', { nullable: true }) completedBy: string | null;
  @Column('integer') version: number;
}

@Entity('assessment_sections')
export class AssessmentSection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assessmentId: string;
  @Column('uuid') episodeId: string;
  @Column('text') section: string;
  @Column('jsonb') answers: Record<string, unknown>;
  @Column('uuid') savedBy: string;
  @Column('timestamptz') savedAt: Date;
  @Column('integer') version: number;
}

/** A passage about one of the 19 elements; with a topic it is T3, and few readers get it from the database. */
@Entity('assessment_elements')
export class ElementEntry {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') assessmentId: string;
  @Column('uuid') episodeId: string;
  @Column('text') element: string;
  @Column('text') topic: string;
  @Column('text', { nullable: true }) strengths: string | null;
  @Column('text', { nullable: true }) needs: string | null;
  @Column('text', { nullable: true }) evidence: string | null;
  @Column('text', { nullable: true }) childsWords: string | null;
  @Column('smallint', { nullable: true }) levelIndicator: number | null;
  @Column('text', { nullable: true }) notExploredBecause: string | null;
  @Column('uuid') writtenBy: string;
  @Column('uuid') savedBy: string;
  @Column('timestamptz') savedAt: Date;
  @Column('integer') version: number;
}

/** The words of the form at one time. A definition never changes: other words are another definition. */
@Entity('form_definitions')
export class FormDefinition {
  @PrimaryColumn('smallint') number: number;
  @Column('date') validFrom: string;
  @Column('jsonb') content: FormContent;
}
