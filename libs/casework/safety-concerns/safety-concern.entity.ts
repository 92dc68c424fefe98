import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A child may not be safe: open until an answer says what was done. */
@Entity('safety_concerns')
export class SafetyConcern {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('uuid', { nullable: true }) childId: string | null;
  @Column('text') ground: string;
  @Column('text', { nullable: true }) said: string | null;
  /** Null where an assessment raised it. */
  @Column('integer', { nullable: true }) checklistVersion: number | null;
  @Column('uuid') raisedBy: string;
  @Column('text') raisedRole: string;
  @Column('timestamptz') raisedAt: Date;
  @Column('text', { nullable: true }) actionTaken: string | null;
  @Column('timestamptz', { nullable: true }) actionAt: Date | null;
  @Column('text', { nullable: true }) spokenTo: string | null;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('text', { nullable: true }) answeredRole: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
}
