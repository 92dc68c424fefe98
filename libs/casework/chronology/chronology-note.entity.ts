import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A contact or an event, written by hand; the rest of the chronology is derived from the records. */
@Entity('chronology_notes')
export class ChronologyNote {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') episodeId: string;
  @Column('date') happenedOn: string;
  @Column('text') category: string;
  @Column('text') what: string;
  @Column('text', { nullable: true }) significance: string | null;
  @Column('text') topic: string;
  @Column('uuid') writtenBy: string;
  @Column('timestamptz') writtenAt: Date;
  /** The practitioner on whose behalf business support wrote it; the database fills it in. */
  @Column('uuid', { nullable: true }) enteredFor: string | null;
}
